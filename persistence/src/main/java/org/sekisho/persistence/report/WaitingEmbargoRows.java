package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.embargo.EmbargoState;
import org.sekisho.domain.report.embargo.WaitingEmbargoes;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;

/** What embargoes ask of people, one query for each sort. */
@ApplicationScoped
public class WaitingEmbargoRows implements WaitingEmbargoes {

    private static final String UNANSWERED =
            """
            select e.id, o.name_en, o.name_ja, p.organisation_id, p.answer_by
            from embargo_participant p join embargo e on e.id = p.embargo_id join organisation o on o.id = e.organisation_id
            where e.state = 'IN_EFFECT' and e.until > :now and not p.declined and (p.agreed_until is null or p.agreed_until < e.until)
            """;

    private static final String TURNS =
            """
            select e.id, e.organisation_id, o.name_en, o.name_ja, e.state, e.until,
                   (select string_agg(cast(p.organisation_id as text), ',') from embargo_participant p
                    where p.embargo_id = e.id and p.agreed_until is not null)
            from embargo e join organisation o on o.id = e.organisation_id
            where case e.state when 'IN_EFFECT' then e.until <= :by else e.state_at > :since end
            order by e.until, e.id limit :most
            """;

    @Inject
    private Sql sql;

    @Override
    public List<WaitingAnswer> unanswered(Optional<Waiting> who, int most, Instant now) {
        return sql.query(UNANSWERED)
                .with("now", now)
                .where("and p.organisation_id = :own", "own", who.map(Waiting::organisation))
                .and("order by p.answer_by, p.id limit :most")
                .with("most", most)
                .list(row ->
                        new WaitingAnswer(row.id(0), new Name(row.text(1), row.text(2)), row.id(3), row.instant(4)));
    }

    @Override
    public List<Turn> turns(Instant endsBy, Instant overSince, int most) {
        return sql.query(TURNS)
                .with("by", endsBy)
                .with("since", overSince)
                .with("most", most)
                .list(row -> new Turn(
                        row.id(0),
                        row.id(1),
                        new Name(row.text(2), row.text(3)),
                        row.constant(4, EmbargoState.class),
                        row.instant(5),
                        row.ids(6)));
    }
}
