package org.sekisho.persistence.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.persistence.shared.TestDatabase;

/** Who sees what waits for whom, when a query has no filter at all. */
class NoticeIsolationTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID ORGANISATION = UUID.randomUUID();
    private static final UUID PERSON = UUID.randomUUID();
    private static final String COUNT = "select count(*) from notice where person_id = ?";

    @BeforeAll
    static void somethingWaits() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            run(
                    owner,
                    "insert into organisation values (?, 1, ?, 'n', 'n', 'INSTITUTION', 'ACTIVE', now())",
                    ORGANISATION,
                    "n" + ORGANISATION.toString().substring(0, 8));
            run(
                    owner,
                    "insert into person values (?, 1, ?, 'n', 'n', 'EN', ?, 'ACTIVE', '', 'system:test', now(), now())",
                    PERSON,
                    PERSON + "@notice.example",
                    ORGANISATION);
            run(owner, "insert into notice values (?, 'RoleQueue', 'queue.role', null, now(), now())", PERSON);
            mail(owner, "WAITING");
            mail(owner, "ACCOUNT_CHANGED");
        }
    }

    @Test
    void onlyTheJobThatTellsSeesAndChangesNotices() throws SQLException {
        assertEquals(1, counted("notices", COUNT));
        try (Connection job = entered("notices")) {
            assertEquals(1, run(job, "update notice set tell_at = null where person_id = ?", PERSON));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailer", "agreement-term", "audit-calendar", "pack-builder", "housekeeping", "sign-in"})
    void noOtherJobDoes(String job) throws SQLException {
        assertEquals(0, counted(job, COUNT));
        try (Connection other = entered(job)) {
            assertThrows(
                    SQLException.class,
                    () -> run(other, "insert into notice values (?, 'RoleQueue', 'other', null, null, now())", PERSON));
        }
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        try (Connection nobody = DATABASE.application().getConnection()) {
            assertEquals(0, count(nobody, COUNT));
        }
    }

    @Test
    void ofMailItSeesWhatItWroteItselfAndNoTokens() throws SQLException {
        assertEquals(1, counted("notices", "select count(*) from mail where person_id = ?"));
        try (Connection job = entered("notices")) {
            assertEquals(0, run(job, "update mail set attempts = 1 where person_id = ?", PERSON));
        }
    }

    private static void mail(Connection owner, String kind) throws SQLException {
        run(
                owner,
                "insert into mail (id, person_id, kind, path, state, attempts, next_attempt_at, created_at) "
                        + "values (gen_random_uuid(), ?, ?, '/home', 'WAITING', 0, now(), now())",
                PERSON,
                kind);
    }

    private static long counted(String job, String question) throws SQLException {
        try (Connection connection = entered(job)) {
            return count(connection, question);
        }
    }

    /** In a transaction of its own, which ends undone with the connection. */
    private static Connection entered(String job) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        try (PreparedStatement statement = connection.prepareStatement("select enter_system(?)")) {
            statement.setString(1, job);
            statement.execute();
        }
        return connection;
    }

    private static long count(Connection connection, String question) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setObject(1, PERSON);
            try (ResultSet answer = statement.executeQuery()) {
                answer.next();
                return answer.getLong(1);
            }
        }
    }

    private static int run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }
}
