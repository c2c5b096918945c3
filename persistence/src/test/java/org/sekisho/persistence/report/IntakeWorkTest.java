package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.report.FoundBy;
import org.sekisho.domain.report.Provenance;
import org.sekisho.domain.report.intake.Intake;
import org.sekisho.domain.report.intake.IntakeOrigin;
import org.sekisho.domain.report.intake.IntakeProgress;
import org.sekisho.domain.report.intake.IntakeRow;
import org.sekisho.domain.report.intake.IntakeState;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.report.intake.WaitingIntakes.BrokenIntake;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.persistence.party.EntranceRows;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.TestDatabase;

/** Who works at an import, told to others without waiting and no longer than it is true. */
class IntakeWorkTest {

    private static final Instant LATE = Bench.NOW.plus(Intake.LEASE);
    private static final Duration AT_ONCE = Duration.ofSeconds(10);

    private final Bench bench = new Bench();
    private final String sha256 = UUID.randomUUID().toString().replace("-", "").repeat(2);
    private final UUID intake = begun();

    @Test
    void whoeverPublishesIsNotWaitedForAndHasNotBrokenOff() {
        try (EntityManager publishing = TestUnit.open()) {
            work(publishing);
            atOnce(bench.colleague, rows -> {
                assertEquals(Optional.empty(), rows.requireIdle(intake));
                Intake current = rows.current(bench.bank, sha256)
                        .orElseThrow(() -> new AssertionError("The same file begins anew"));
                assertEquals(IntakeState.STAGING, current.state());
                return true;
            });
            assertFalse(row(bench.colleague).isBrokenOff(LATE), "However long it takes");
            assertEquals(List.of(), broken());
            publishing.getTransaction().rollback();
        }
    }

    @Test
    void whatANodeLeftThatWasKilledIsTakenOver() throws SQLException {
        try (EntityManager publishing = TestUnit.open()) {
            work(publishing);
            long backend = ((Number) publishing
                            .createNativeQuery("select pg_backend_pid()")
                            .getSingleResult())
                    .longValue();
            try (Connection other = TestDatabase.get().application().getConnection()) {
                Rows.run(other, "select pg_terminate_backend(cast(? as integer), 10000)", backend);
            }
            assertTrue(row(bench.colleague).isBrokenOff(LATE));
            assertEquals(List.of(intake), broken());
            atOnce(bench.colleague, rows -> {
                rows.requireIdle(intake).orElseThrow().takeOver(bench.colleague, LATE);
                return true;
            });
            assertThrows(
                    RuntimeException.class, () -> publishing.getTransaction().commit());
        }
        assertFalse(row(bench.colleague).isBrokenOff(LATE), "Its lease begins anew");
        assertEquals(2, row(bench.colleague).attempt());
    }

    @Test
    void whoeverTakesItSeesWhatWasDoneMeanwhile() {
        atOnce(bench.colleague, rows -> {
            assertEquals(
                    1, rows.current(bench.bank, sha256).map(Intake::attempt).orElse(0));
            atOnce(
                    bench.reviewer,
                    others -> others.requireIdle(intake).orElseThrow().takeOver(bench.reviewer, LATE));
            Intake idle = rows.requireIdle(intake).orElseThrow();
            assertEquals(2, idle.attempt());
            assertFalse(idle.isBrokenOff(LATE));
            return true;
        });
    }

    @Test
    void ofTwoWhoTakeItOneIsToldAtOnceThatSomebodyDoes() {
        atOnce(bench.colleague, rows -> {
            assertTrue(rows.requireIdle(intake).isPresent());
            assertEquals(Optional.empty(), atOnce(bench.reviewer, others -> others.requireIdle(intake)));
            return true;
        });
    }

    @Test
    void aBatchEndsWithItsTransaction() {
        bench.as(bench.analyst, "", entities -> {
            rows(entities).require(intake).staged(bench.analyst, 1, new IntakeProgress(200, 4_000), LATE);
            assertTrue(row(bench.colleague).atWork());
            return true;
        });
        assertFalse(row(bench.colleague).atWork());
        assertEquals(LATE, row(bench.colleague).heardAt());
    }

    @Test
    void whatIsGivenUpLeavesNothing() throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            Rows.run(
                    owner,
                    """
                    insert into finding (id, import_id, organisation_id, item, fingerprint, fingerprint_parts, sealed, published)
                    values (?, ?, ?, 0, repeat('a', 64), 'id', '\\x00', false)
                    """,
                    UUID.randomUUID(),
                    intake,
                    bench.bank);
        }
        atOnce(bench.colleague, rows -> {
            Intake broken = rows.requireIdle(intake).orElseThrow();
            rows.discard(broken);
            return broken.abandon(bench.colleague, LATE);
        });
        assertEquals(IntakeState.ABANDONED, row(bench.colleague).state());
        try (Connection owner = TestDatabase.get().owner().getConnection()) {
            assertEquals(0, Rows.count(owner, "select count(*) from finding where import_id = ?", intake));
        }
    }

    @Test
    void aRivalIsToldNothing() {
        try (EntityManager publishing = TestUnit.open()) {
            work(publishing);
            Refusal refusal =
                    assertThrows(Refusal.class, () -> atOnce(bench.stranger, rows -> rows.requireIdle(intake)));
            assertEquals(SharedError.NOT_FOUND, refusal.code());
            publishing.getTransaction().rollback();
        }
    }

    private UUID begun() {
        UUID id = UUID.randomUUID();
        Intake begun = new Intake(
                id,
                bench.analyst,
                new IntakeOrigin(
                        bench.agreement,
                        new Provenance(1, new FoundBy("lab", "", "", "")),
                        SourceFormat.SARIF,
                        Tlp.AMBER),
                new Stored("b".repeat(64), 10, sha256, 1),
                Bench.NOW);
        bench.as(bench.analyst, "", entities -> {
            entities.persist(begun);
            return true;
        });
        return id;
    }

    /** Begins to work at the import as its reader does, in a transaction that stays open. */
    private void work(EntityManager entities) {
        entities.getTransaction().begin();
        bench.enter(entities.unwrap(Connection.class), bench.analyst, "");
        rows(entities).require(intake);
    }

    private <T> T atOnce(Actor who, Function<IntakeRows, T> act) {
        return assertTimeoutPreemptively(AT_ONCE, () -> bench.as(who, "", entities -> act.apply(rows(entities))));
    }

    private IntakeRow row(Actor who) {
        return bench.as(who, "", entities -> {
            IntakeLists lists = new IntakeLists();
            TestUnit.inject(lists, "sql", ReviewQueueListsTest.sql(entities));
            TestUnit.inject(lists, "entrance", entrance(entities));
            return lists.find(intake).orElseThrow();
        });
    }

    /** The bank's, as the job sees them that tells people. */
    private List<UUID> broken() {
        return WaitingReviewRowsTest.asJob("notices", entities -> {
            WaitingIntakeRows rows = new WaitingIntakeRows();
            TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
            return rows.brokenOff(Optional.of(bench.bank), 50, LATE).stream()
                    .map(BrokenIntake::id)
                    .toList();
        });
    }

    private static IntakeRows rows(EntityManager entities) {
        Entities repository = new Entities();
        TestUnit.inject(repository, "entities", entities);
        IntakeRows rows = new IntakeRows();
        TestUnit.inject(rows, "entities", repository);
        TestUnit.inject(rows, "sql", ReviewQueueListsTest.sql(entities));
        TestUnit.inject(rows, "entrance", entrance(entities));
        return rows;
    }

    private static EntranceRows entrance(EntityManager entities) {
        EntranceRows entrance = new EntranceRows();
        TestUnit.inject(entrance, "sql", ReviewQueueListsTest.sql(entities));
        return entrance;
    }
}
