package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.ReviewClause.Rank;
import org.sekisho.domain.report.review.Absence;
import org.sekisho.domain.report.review.Attendance;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.Presence;
import org.sekisho.domain.report.review.ReviewChain;
import org.sekisho.domain.report.review.ReviewChains;
import org.sekisho.domain.report.review.ReviewerRank;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Reviews as rows, with interim measures and what is on file about reviewers. */
@ApplicationScoped
public class ReviewChainRows implements ReviewChains {

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Override
    public Optional<ReviewChain> find(UUID id) {
        return entities.find(ReviewChain.class, id);
    }

    @Override
    public ReviewChain requireLocked(UUID id) {
        return entities.requireLocked(ReviewChain.class, id);
    }

    @Override
    public void add(ReviewChain chain) {
        entities.add(chain);
    }

    @Override
    public List<ReviewChain> of(UUID report) {
        return entities.list(
                ReviewChain.class,
                "select c from ReviewChain c where c.report = :report order by c.openedAt desc",
                Map.of("report", report));
    }

    @Override
    public List<UUID> reportsPastClock(Instant now, int limit) {
        return sql.query(
                        """
                        select c.report_id from review_stage s join review_chain c on c.id = s.chain_id
                        where s.state = 'OPEN' and s.due_at <= :now and s.alerted_at is null
                        order by s.due_at, s.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> row.id(0));
    }

    @Override
    public void add(InterimMeasure measure) {
        entities.add(measure);
    }

    @Override
    public Optional<InterimMeasure> measure(UUID id) {
        return entities.find(InterimMeasure.class, id);
    }

    @Override
    public List<InterimMeasure> measuresOf(UUID report) {
        return entities.list(
                InterimMeasure.class,
                "select m from InterimMeasure m where m.report = :report order by m.orderedAt",
                Map.of("report", report));
    }

    @Override
    public Map<UUID, UUID> measuresOver(Instant now, int limit) {
        Map<UUID, UUID> over = new LinkedHashMap<>();
        sql.query(
                        """
                        select m.id, m.report_id from interim_measure m where m.state = 'IN_EFFECT' and m.expires_at <= :now
                        order by m.expires_at, m.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> over.put(row.id(0), row.id(1)));
        return over;
    }

    @Override
    public Map<UUID, UUID> measuresUnreviewed(Instant now, int limit) {
        Map<UUID, UUID> unreviewed = new LinkedHashMap<>();
        sql.query(
                        """
                        select m.id, m.report_id from interim_measure m join report r on r.id = m.report_id
                        where m.state <> 'LIFTED' and m.review_alerted_at is null and m.review_due_at <= :now
                          and r.state in ('RECEIVED', 'TRIAGE')
                          and not exists (select from report_step t
                                          where t.report_id = r.id and t.state = 'IN_REVIEW' and t.taken_at >= m.ordered_at)
                        order by m.review_due_at, m.id limit :most
                        """)
                .with("now", now)
                .with("most", limit)
                .list(row -> unreviewed.put(row.id(0), row.id(1)));
        return unreviewed;
    }

    @Override
    public void add(ReviewerRank rank) {
        entities.add(rank);
    }

    @Override
    public Rank rankOf(UUID person, UUID organisation) {
        return sql.query(
                        """
                        select r.held_rank from reviewer_rank r where r.person_id = :person and r.organisation_id = :organisation
                        order by r.recorded_at desc, r.id desc limit 1
                        """)
                .with("person", person)
                .with("organisation", organisation)
                .first(row -> row.constant(0, Rank.class))
                .orElse(Rank.ANY);
    }

    @Override
    public void add(Absence absence) {
        entities.add(absence);
    }

    @Override
    public Optional<Absence> absence(UUID id) {
        return entities.find(Absence.class, id);
    }

    @Override
    public void remove(Absence absence) {
        entities.remove(absence);
    }

    @Override
    public List<Absence> absences(UUID organisation, LocalDate from) {
        return entities.list(
                Absence.class,
                "select a from Absence a where a.organisation = :organisation and a.lastDay >= :from order by a.firstDay, a.id",
                Map.of("organisation", organisation, "from", from));
    }

    @Override
    public Map<UUID, Rank> ranks(UUID organisation) {
        Map<UUID, Rank> newest = new LinkedHashMap<>();
        sql.query(
                        """
                        select distinct on (r.person_id) r.person_id, r.held_rank from reviewer_rank r
                        where r.organisation_id = :organisation order by r.person_id, r.recorded_at desc, r.id desc
                        """)
                .with("organisation", organisation)
                .list(row -> newest.put(row.id(0), row.constant(1, Rank.class)));
        return newest;
    }

    @Override
    public boolean isAbsent(UUID person, UUID organisation, LocalDate day) {
        return sql.query(
                        """
                        select a.id from reviewer_absence a
                        where a.person_id = :person and a.organisation_id = :organisation and :day between a.first_day and a.last_day limit 1
                        """)
                .with("person", person)
                .with("organisation", organisation)
                .with("day", day)
                .first(row -> row.id(0))
                .isPresent();
    }

    @Override
    public Attendance attendance(UUID chain, LocalDate day) {
        Map<UUID, Presence> known = new HashMap<>();
        sql.query(
                        """
                        select h.id, case when h.id in (select vacant_seats_in(:chain, :day)) then 'LEFT'
                                          when exists (select from reviewer_absence b
                                                       where b.person_id = h.person_id and b.organisation_id = h.organisation_id
                                                         and :day between b.first_day and b.last_day) then 'AWAY'
                                          else 'HERE' end
                        from review_stage s join review_seat h on h.stage_id = s.id and h.ended_at is null
                        where s.chain_id = :chain and s.state = 'OPEN'
                        """)
                .with("chain", chain)
                .with("day", day)
                .list(row -> known.put(row.id(0), row.constant(1, Presence.class)));
        return new Attendance(known);
    }
}
