package org.sekisho.persistence.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.intake.WaitingIntakes;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.Sql.Row;

/** Imports that broke off: one statement for a person, and the same for everyone. */
@ApplicationScoped
public class WaitingIntakeRows implements WaitingIntakes {

    private static final String BROKEN_OFF =
            """
            select i.id, i.attempt, i.organisation_id, i.operator_person_id, i.agreement_id, coalesce(a.number, ''), i.format
            from report_import i left join agreement a on a.id = i.agreement_id
            where i.state = 'STAGING' and i.heard_at <= :silent and not
            """
                    + IntakeRows.AT_WORK;

    @Inject
    private Sql sql;

    @Override
    public List<BrokenIntake> brokenOff(Optional<UUID> organisation, int most, Instant now) {
        return sql.query(BROKEN_OFF)
                .with("silent", now.minus(Intake.LEASE))
                .where("and i.organisation_id = :organisation", "organisation", organisation)
                .and("order by i.heard_at, i.id limit " + most)
                .list(WaitingIntakeRows::broken);
    }

    private static BrokenIntake broken(Row row) {
        return new BrokenIntake(
                row.id(0),
                (int) row.number(1),
                row.id(2),
                row.id(3),
                row.id(4),
                row.text(5),
                row.constant(6, SourceFormat.class));
    }
}
