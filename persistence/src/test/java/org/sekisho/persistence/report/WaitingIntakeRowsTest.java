package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.WaitingIntakes.BrokenIntake;
import org.sekisho.persistence.shared.TestDatabase;

/** Imports that broke off, as the job that tells people and as the person's own page read them. */
class WaitingIntakeRowsTest {

    private static final Instant LATE = Bench.NOW.plus(Intake.LEASE);
    private static final OffsetDateTime NOW = Bench.NOW.atOffset(ZoneOffset.UTC);

    private final Bench bench = new Bench();
    private final UUID intake = UUID.randomUUID();

    @BeforeEach
    void anImport() {
        imported(intake, bench.bank, bench.analyst);
    }

    @Test
    void onlyWhatWasSilentForItsLeaseWaits() {
        assertEquals(List.of(), told(LATE.minusMillis(1)));
        assertEquals(List.of(intake), told(LATE).stream().map(BrokenIntake::id).toList());
        run("update report_import set state = 'ABANDONED', ended_at = heard_at where id = ?", intake);
        assertEquals(List.of(), told(LATE));
    }

    @Test
    void theJobAndThePageKnowTheSame() {
        List<BrokenIntake> told = told(LATE);
        assertEquals(bench.analyst.requirePerson(), told.get(0).operator());
        assertEquals(bench.agreement, told.get(0).agreement());
        assertFalse(told.get(0).agreementNumber().isEmpty());
        assertEquals(told, shown(bench.analyst));
        assertEquals(told, shown(bench.reviewer));
        assertEquals(List.of(), shown(bench.stranger));
    }

    private List<BrokenIntake> told(Instant now) {
        return WaitingReviewRowsTest.asJob(
                        "notices", entities -> rows(entities).brokenOff(Optional.empty(), 5_000, now))
                .stream()
                .filter(each -> each.id().equals(intake))
                .toList();
    }

    private List<BrokenIntake> shown(Actor who) {
        return bench.as(who, "", entities -> rows(entities).brokenOff(who.organisation(), 50, LATE));
    }

    private static WaitingIntakeRows rows(EntityManager entities) {
        WaitingIntakeRows rows = new WaitingIntakeRows();
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        return rows;
    }

    private void imported(UUID id, UUID organisation, Actor operator) {
        run(
                """
                insert into report_import (id, row_version, organisation_id, agreement_id, agreement_version, format, tool, tool_version, run,
                    operator_person_id, sha256, size, begun_at, heard_at, state, received, created, duplicates, rejected, failure,
                    environment, label, attempt, items_read, bytes_read, failure_detail)
                values (?, 1, ?, ?, 1, 'SARIF', '', '', '', ?, repeat('a', 64), 1, ?, ?, 'STAGING', 0, 0, 0, 0, '', '', 'AMBER', 1, 0, 0, '')
                """,
                id,
                organisation,
                bench.agreement,
                operator.requirePerson(),
                NOW,
                NOW);
    }

    private static void run(String sql, Object... parameters) {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(owner, sql, parameters);
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
