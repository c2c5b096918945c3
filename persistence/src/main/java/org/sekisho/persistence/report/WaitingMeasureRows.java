package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.reading.ReportRow;
import org.sekisho.domain.report.review.InterimMeasure;
import org.sekisho.domain.report.review.WaitingMeasures;
import org.sekisho.domain.shared.QueueSource.Waiting;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Interim measures that wait: one statement for a person, and the same for everyone. */
@ApplicationScoped
public class WaitingMeasureRows implements WaitingMeasures {

    private static final String COLUMNS =
            """
            select m.id, m.report_id, r.number, o.name_en, o.name_ja, m.kind, m.expires_at, m.review_due_at, me.id
            from interim_measure m
                join report r on r.id = m.report_id
                join organisation o on o.id = m.organisation_id
            """;

    private static final String AT_AUTHORITIES = COLUMNS
            + """
                join organisation me on me.kind = 'AUTHORITY' and me.state = 'ACTIVE'
                     and (is_designated(me.id, :today)
                          or exists (select from agreement_party p
                                     where p.agreement_id = r.agreement_id and p.organisation_id = me.id and p.until_version is null))
            """;

    private static final String AT_OWNER = COLUMNS + "    join organisation me on me.id = m.organisation_id\n";

    private static final String UNREAD = AT_AUTHORITIES + "where m.state = 'IN_EFFECT' and m.acknowledged_at is null\n";

    /** What was ordered anew is waited for once. */
    private static final String NEWEST =
            """
            and not exists (select from interim_measure n
                            where n.report_id = m.report_id and n.kind = m.kind and (n.ordered_at, n.id) > (m.ordered_at, m.id))
            """;

    private static final String UNREVIEWED =
            "where m.state <> 'LIFTED' and r.state in ('RECEIVED', 'TRIAGE')\n" + NEWEST;

    private static final String LATE = UNREVIEWED + "and m.review_alerted_at is not null\n";

    private static final String OVER = AT_OWNER + "where m.state = 'EXPIRED'\n" + NEWEST;

    @Inject
    private Sql sql;

    @Override
    public List<WaitingMeasure> unread(Optional<Waiting> who, LocalDate today, int most) {
        return sql.query(UNREAD)
                .with("today", today)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .and("order by m.ordered_at, m.id, me.id limit " + most)
                .list(WaitingMeasureRows::measure);
    }

    @Override
    public List<WaitingMeasure> unreviewed(Optional<Waiting> who, int most) {
        return sql.query(AT_OWNER + UNREVIEWED)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .and("order by m.review_due_at, m.id limit " + most)
                .list(WaitingMeasureRows::measure);
    }

    @Override
    public List<WaitingMeasure> late(int most) {
        return sql.query(AT_OWNER + LATE)
                .and("order by m.review_due_at, m.id limit " + most)
                .list(WaitingMeasureRows::measure);
    }

    @Override
    public List<WaitingMeasure> lateAtAuthorities(Optional<Waiting> who, LocalDate today, int most) {
        return sql.query(AT_AUTHORITIES + LATE)
                .with("today", today)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .and("order by m.review_due_at, m.id, me.id limit " + most)
                .list(WaitingMeasureRows::measure);
    }

    @Override
    public List<WaitingMeasure> over(Optional<Waiting> who, int most) {
        return sql.query(OVER)
                .where("and me.id = :organisation", "organisation", who.map(Waiting::organisation))
                .and("order by m.expires_at, m.id limit " + most)
                .list(WaitingMeasureRows::measure);
    }

    private static WaitingMeasure measure(Row row) {
        return new WaitingMeasure(
                row.id(0),
                row.id(1),
                ReportRow.reference(row.number(2)),
                new Name(row.text(3), row.text(4)),
                row.constant(5, InterimMeasure.Kind.class),
                row.instant(6),
                row.instant(7),
                row.id(8));
    }
}
