package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.review.WaitingReviews;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/** Stages of reviews that wait, one query for each side and each sort. */
@ApplicationScoped
public class WaitingReviewRows implements WaitingReviews {

    /** Authorities that read the agreement, being designated or a party to it. */
    private static final String AUTHORITIES =
            """
            (select string_agg(cast(u.id as text), ',') from organisation u
             where u.kind = 'AUTHORITY' and u.state = 'ACTIVE'
               and (is_designated(u.id, me.day)
                    or exists (select from agreement_party p
                               where p.agreement_id = r.agreement_id and p.organisation_id = u.id and p.until_version is null)))
            """;

    /** People of an authority who belong to the institution, or did in the last two years. */
    private static final String TIED =
            """
            (select string_agg(distinct cast(f.person_id as text), ',') from affiliation f
                 join affiliation g on g.person_id = f.person_id and g.organisation_id <> f.organisation_id
                 join organisation u on u.id = g.organisation_id and u.kind = 'AUTHORITY'
             where f.organisation_id = r.organisation_id and f.first_day <= me.day
               and (f.last_day is null or me.day < f.last_day + 1 + interval '2 years'))
            """;

    private static final String STAGES =
            "select s.id, r.id, r.number, a.number, r.organisation_id, s.side, s.due_at, s.least_rank, "
                    + ReviewQueueLists.free("s.quorum", "s.id")
                    + ", (select string_agg(cast(h.person_id as text), ',') from review_seat h where h.stage_id = s.id and "
                    + ReviewQueueLists.TAKEN
                    + "), (select string_agg(cast(w.person_id as text), ',') from review_author w where w.chain_id = c.id),"
                    + " (select string_agg(cast(v.person_id as text), ',') from review_vote v where v.chain_id = c.id), c.provider_id, "
                    + "case when s.side = 'AUTHORITY' then " + AUTHORITIES
                    + " end, case when s.side = 'AUTHORITY' then " + TIED
                    + """
             end,
                   case when s.least_rank <> 'ANY' then
                       (select string_agg(cast(k.person_id as text), ',')
                        from (select distinct on (n.person_id, n.organisation_id) n.person_id, n.held_rank
                              from reviewer_rank n
                              where s.side = 'AUTHORITY' and n.organisation_id <> r.organisation_id
                                 or n.organisation_id = case s.side when 'PROVIDER' then c.provider_id else r.organisation_id end
                              order by n.person_id, n.organisation_id, n.recorded_at desc, n.id desc) k
                        where k.held_rank = 'HEAD' or k.held_rank = s.least_rank) end
            from (select cast(:today as date) as day) me
                cross join review_stage s join review_chain c on c.id = s.chain_id join report r on r.id = c.report_id and r.chain_id = c.id
                join agreement a on a.id = r.agreement_id
            where s.state = 'OPEN' and r.state = 'IN_REVIEW' and s.side = :side
            """;

    @Inject
    private Sql sql;

    @Override
    public List<WaitingStage> deciding(Side side, Optional<Waiting> who, int most, Instant now) {
        Statement rows = stages(side, who, now);
        who.ifPresent(person -> rows.and(
                        "and not exists (select from review_author w where w.chain_id = c.id and w.person_id = :person)"
                                + " and not exists (select from review_vote v where v.chain_id = c.id and v.person_id = :person)")
                .with("person", person.person()));
        return oldest(rows, most);
    }

    @Override
    public List<WaitingStage> late(Side side, Optional<Waiting> who, int most, Instant now) {
        return oldest(stages(side, who, now).and("and s.due_at <= :now").with("now", now), most);
    }

    private Statement stages(Side side, Optional<Waiting> who, Instant now) {
        Statement rows = sql.query(STAGES).with("today", Days.of(now)).with("side", side);
        who.map(Waiting::organisation).ifPresent(own -> {
            switch (side) {
                case INSTITUTION_SECURITY -> rows.and("and s.organisation_id = :own")
                        .with("own", own);
                case PROVIDER -> rows.and("and c.provider_id = :own").with("own", own);
                    // Said once, before any row is looked at.
                case AUTHORITY -> rows.and("and (select acts_for_authority())");
            }
        });
        return rows;
    }

    private static List<WaitingStage> oldest(Statement rows, int most) {
        return rows.and("order by s.due_at, s.id limit " + most).list(WaitingReviewRows::stage);
    }

    private static WaitingStage stage(Row row) {
        Side side = row.constant(5, Side.class);
        Set<UUID> except = new HashSet<>(row.ids(10));
        except.addAll(row.ids(11));
        except.addAll(row.ids(14));
        Set<UUID> organisations =
                switch (side) {
                    case INSTITUTION_SECURITY -> Set.of(row.id(4));
                    case PROVIDER -> row.optionalId(12).map(Set::of).orElse(Set.of());
                    case AUTHORITY -> row.ids(13);
                };
        boolean ranked = row.constant(7, Rank.class) != Rank.ANY;
        return new WaitingStage(
                row.id(0),
                place(row),
                side,
                row.instant(6),
                row.flag(8),
                organisations,
                ranked ? Optional.of(row.ids(15)) : Optional.empty(),
                row.ids(9),
                except);
    }

    private static Place place(Row row) {
        return new Place(row.id(1), ReportRow.reference(row.number(2)), row.text(3), row.id(4));
    }
}
