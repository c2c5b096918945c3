package org.sekisho.persistence.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.domain.notice.Changes;
import org.sekisho.domain.notice.Notice;
import org.sekisho.domain.notice.Notices;
import org.sekisho.domain.shared.Days;
import org.sekisho.persistence.notice.NoticeRows;
import org.sekisho.persistence.report.TestUnit;
import org.sekisho.persistence.shared.Sql;
import org.sekisho.persistence.shared.TestDatabase;

/** Whether people are reminded of a request: each time once, whichever node looks, and not of what is done. */
class AuditRemindersTest {

    private static final LocalDate DUE = LocalDate.of(2026, 12, 11);
    private static final Instant RAISED = nine(LocalDate.of(2026, 11, 24));

    private final UUID office = UUID.randomUUID();
    private final UUID bank = UUID.randomUUID();
    private final UUID firm = UUID.randomUUID();
    private final UUID person = UUID.randomUUID();
    private final UUID audit = UUID.randomUUID();
    private final UUID request = UUID.randomUUID();
    private final String source = "AuditReminders-" + audit;

    @BeforeEach
    void aRequestWaits() throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection();
                Statement statement = owner.createStatement()) {
            AuditRows.organisation(statement, bank, "m" + bank.toString().substring(0, 8), "INSTITUTION");
            AuditRows.organisation(statement, firm, "m" + firm.toString().substring(0, 8), "AUDIT_FIRM");
            AuditRows.organisation(statement, office, "m" + office.toString().substring(0, 8), "MODEL_PROVIDER");
            AuditRows.person(statement, person, bank);
            AuditRows.engagement(statement, audit, "AUD-" + audit.toString().substring(0, 8), office, bank, firm);
            statement.execute("insert into engagement_section values ('" + audit + "', 'GRANTS')");
            statement.execute(
                    """
                    insert into audit_request (id, row_version, engagement_id, number, organisation_id, section, item, period_first,
                        period_last, due, state, raised_by_person_id, raised_at, return_reason)
                    values ('%s', 0, '%s', 1, '%s', 'GRANTS', 'Reviews', '2026-07-01', '2026-09-30', '%s', 'OPEN', '%s',
                        '2026-11-24 00:00Z', '')
                    """
                            .formatted(request, audit, bank, DUE, person));
        }
    }

    @Test
    void somebodyIsToldWhenItArisesThenFiveBusinessDaysAheadThenOneThenWhenItIsOver() {
        assertTrue(isTold(RAISED));
        Instant first = nine(LocalDate.of(2026, 12, 4));
        Instant second = nine(LocalDate.of(2026, 12, 10));
        Instant over = Days.endOf(DUE);
        for (Instant each : List.of(first, second, over)) {
            assertFalse(isTold(each.minus(Duration.ofMinutes(1))), "not yet at " + each);
            assertTrue(isTold(each), "at " + each);
            assertFalse(isTold(each.plus(Duration.ofMinutes(1))), "once at " + each);
        }
    }

    @Test
    void aRequestThatMovesIsRemindedOfAnew() throws SQLException {
        isTold(RAISED);
        assertTrue(isTold(nine(LocalDate.of(2026, 12, 10))));
        change("due = '2026-12-25'");
        assertFalse(isTold(nine(LocalDate.of(2026, 12, 11))));
        assertTrue(isTold(nine(LocalDate.of(2026, 12, 18))));
        assertTrue(isTold(nine(LocalDate.of(2026, 12, 24))));
    }

    @Test
    void aRequestThatMovesNearIsToldAtOnce() throws SQLException {
        isTold(RAISED);
        change("due = '2026-11-27'");
        assertTrue(isTold(RAISED.plus(Duration.ofMinutes(1))));
        assertFalse(isTold(RAISED.plus(Duration.ofMinutes(2))));
    }

    @Test
    void nobodyIsRemindedOfWhatIsDone() throws SQLException {
        isTold(RAISED);
        change("state = 'ANSWERED', answered_at = '2026-11-25 00:00Z', answered_by_person_id = '" + person + "'");
        assertFalse(isTold(nine(LocalDate.of(2026, 12, 10))));
        assertFalse(isTold(Days.endOf(DUE)));
    }

    @Test
    void whileOneNodeTellsAnotherDoesNot() {
        boolean both = as(first -> first.takeTurn() && as(Notices::takeTurn));
        assertFalse(both);
        boolean alone = as(Notices::takeTurn);
        assertTrue(alone);
    }

    /** What the job does each minute, over the two lots of rows: whether the person is told now. */
    private boolean isTold(Instant now) {
        as(notices -> {
            List<Notice> waiting = waiting(now);
            notices.keep(Changes.between(notices.of(source), waiting, now), now);
            return true;
        });
        return as(notices -> {
            List<Notice> told = notices.toTell(10_000, now).stream()
                    .filter(digest -> digest.person().equals(person))
                    .flatMap(digest -> digest.told().stream())
                    .toList();
            notices.told(told);
            return !told.isEmpty();
        });
    }

    private List<Notice> waiting(Instant now) {
        return inTransaction(manager -> {
            WaitingAuditRows audits = new WaitingAuditRows();
            TestUnit.inject(audits, "sql", sql(manager));
            return audits.waiting(Kind.ANSWER, Optional.empty(), Days.of(now), 10_000).stream()
                    .filter(item -> item.id().equals(request))
                    .map(item -> Notice.fresh(
                            person,
                            source,
                            "queue.audit-answer " + item.id(),
                            Optional.of(Days.endOf(item.due()).minusSeconds(1)),
                            now))
                    .toList();
        });
    }

    private static <T> T as(Function<Notices, T> act) {
        return inTransaction(manager -> {
            NoticeRows notices = new NoticeRows();
            TestUnit.inject(notices, "sql", sql(manager));
            return act.apply(notices);
        });
    }

    /** As the job that tells people. */
    private static <T> T inTransaction(Function<EntityManager, T> act) {
        try (EntityManager manager = TestUnit.open()) {
            manager.getTransaction().begin();
            sql(manager).query("select cast(enter_system('notices') as text)").list(row -> true);
            T done = act.apply(manager);
            manager.getTransaction().commit();
            return done;
        }
    }

    private static Sql sql(EntityManager manager) {
        Sql sql = new Sql();
        TestUnit.inject(sql, "entities", manager);
        return sql;
    }

    private void change(String to) throws SQLException {
        try (Connection owner = TestDatabase.get().owner().getConnection();
                Statement statement = owner.createStatement()) {
            assertEquals(
                    1, statement.executeUpdate("update audit_request set " + to + " where id = '" + request + "'"));
        }
    }

    private static Instant nine(LocalDate day) {
        return Days.startOf(day).plus(Duration.ofHours(9));
    }
}
