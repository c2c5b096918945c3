package org.sekisho.persistence.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;

/** Staging, matching and publishing on a real PostgreSQL, as the application's role and under its policies. */
class IntakeRowsTest {

    private static final TestDatabase DATABASE = TestDatabase.get();
    private static final UUID BANK = UUID.randomUUID();
    private static final UUID RIVAL = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID COLLEAGUE = UUID.randomUUID();
    private static final UUID STRANGER = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();

    @BeforeAll
    static void prepare() throws SQLException {
        try (Connection owner = DATABASE.owner().getConnection()) {
            for (UUID each : List.of(BANK, RIVAL)) {
                run(
                        owner,
                        "insert into organisation values ('" + each + "', 1, 'i"
                                + each.toString().substring(0, 8) + "', 'n', 'n', 'INSTITUTION', 'ACTIVE', now())");
            }
            for (UUID each : List.of(ANALYST, COLLEAGUE, STRANGER)) {
                run(
                        owner,
                        "insert into person values ('" + each + "', 1, '" + each + "@intake.example', 'n', 'n', 'EN', '"
                                + (each.equals(STRANGER) ? RIVAL : BANK)
                                + "', 'ACTIVE', '', 'system:test', now(), now())");
            }
            run(
                    owner,
                    "insert into agreement (id, version, number, title_en, title_ja, state, drafted_by_person_id, drafted_at, end_reason) values ('"
                            + AGREEMENT + "', 0, 'AGR-2098-0777', 'T', 'T', 'IN_FORCE', '" + ANALYST + "', now(), '')");
        }
    }

    @Test
    void stagedItemsAreSeenByNobodyElseAndPublishedOnes() throws SQLException {
        UUID id = begin(hash('a'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, id, 1, 2, 3);
            analyst.commit();
            as(analyst, ANALYST, BANK);
            assertEquals(3, count(analyst, id));
            try (Connection colleague = as(COLLEAGUE, BANK)) {
                assertEquals(0, count(colleague, id), "staged is unseen");
            }
            publish(analyst, id);
            try (Connection colleague = as(COLLEAGUE, BANK)) {
                assertEquals(0, count(colleague, id), "until the commit");
            }
            analyst.commit();
        }
        try (Connection colleague = as(COLLEAGUE, BANK);
                Connection stranger = as(STRANGER, RIVAL)) {
            assertEquals(3, count(colleague, id));
            assertEquals(0, count(stranger, id), "a rival sees nothing");
        }
    }

    @Test
    void repeatsOfPublishedFindingsAndWithinTheFileAreCountedOnce() throws SQLException {
        UUID first = begin(hash('b'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, first, 11, 12, 11);
            publish(analyst, first);
            assertEquals("2 1 0", tally(analyst, first));
            analyst.commit();
        }
        UUID second = begin(hash('c'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, second, 12, 13, 13, 11);
            run(
                    analyst,
                    "insert into finding_rejection values ('" + second + "', 4, '" + BANK
                            + "', '/runs/0', 'SCHEMA', 'type')");
            publish(analyst, second);
            assertEquals("1 3 1", tally(analyst, second));
            analyst.commit();
        }
    }

    @Test
    void anotherOrganisationsFindingIsNoRepeat() throws SQLException {
        UUID own = begin(hash('d'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, own, 21);
            publish(analyst, own);
            analyst.commit();
        }
        UUID theirs = begin(hash('d'), STRANGER, RIVAL);
        try (Connection stranger = as(STRANGER, RIVAL)) {
            stage(stranger, theirs, RIVAL, 21);
            publish(stranger, theirs);
            assertEquals("1 0 0", tally(stranger, theirs));
            stranger.commit();
        }
    }

    @Test
    void sameFileTwiceAtOnceBeginsOnce() throws Exception {
        CyclicBarrier together = new CyclicBarrier(2);
        Callable<Boolean> begin = () -> {
            together.await();
            try {
                begin(hash('e'));
                return true;
            } catch (SQLException twice) {
                assertEquals("23505", twice.getSQLState());
                return false;
            }
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            int begun = 0;
            for (Future<Boolean> each : threads.invokeAll(List.of(begin, begin))) {
                begun += each.get() ? 1 : 0;
            }
            assertEquals(1, begun);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void fileThatBrokeOffCanBeSentAgainAndLeavesNothing() throws SQLException {
        UUID broken = begin(hash('f'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, broken, 31);
            analyst.commit();
        }
        try (Connection colleague = as(COLLEAGUE, BANK)) {
            run(colleague, "select set_config('sekisho.borrowed', 'import-remains', true)");
            run(colleague, "delete from finding where import_id = '" + broken + "'");
            run(
                    colleague,
                    "update report_import set state = 'ABANDONED', ended_at = now() where id = '" + broken + "'");
            colleague.commit();
        }
        try (Connection owner = DATABASE.owner().getConnection()) {
            assertEquals(0, count(owner, broken));
        }
        begin(hash('f'));
    }

    @Test
    void publishedFindingStaysAndChangesNoMore() throws SQLException {
        UUID id = begin(hash('0'));
        try (Connection analyst = as(ANALYST, BANK)) {
            stage(analyst, id, 41);
            publish(analyst, id);
            analyst.commit();
        }
        try (Connection analyst = as(ANALYST, BANK)) {
            run(analyst, "delete from finding where import_id = '" + id + "'");
            assertEquals(1, count(analyst, id));
            assertThrows(SQLException.class, () -> run(analyst, "update finding set fingerprint = fingerprint"));
        }
    }

    @Test
    void countsThatDontAddUpAreForbidden() throws SQLException {
        UUID id = begin(hash('1'));
        try (Connection analyst = as(ANALYST, BANK)) {
            assertThrows(
                    SQLException.class,
                    () -> run(analyst, "update report_import set received = 1 where id = '" + id + "'"));
        }
    }

    private static String hash(char digit) {
        return String.valueOf(digit).repeat(64);
    }

    private static UUID begin(String sha256) throws SQLException {
        return begin(sha256, ANALYST, BANK);
    }

    private static UUID begin(String sha256, UUID person, UUID organisation) throws SQLException {
        UUID id = UUID.randomUUID();
        try (Connection connection = as(person, organisation)) {
            run(
                    connection,
                    "insert into report_import values ('" + id + "', 1, '" + organisation + "', '" + AGREEMENT
                            + "', 1, 'SARIF', '', '', '', '" + person + "', '" + sha256
                            + "', 1, now(), now(), null, 'STAGING', 0, 0, 0, 0, '', 'lab', 'AMBER', 1, 0, 0, '')");
            connection.commit();
        }
        return id;
    }

    private static void stage(Connection connection, UUID intake, int... fingerprints) throws SQLException {
        stage(connection, intake, BANK, fingerprints);
    }

    private static void stage(Connection connection, UUID intake, UUID organisation, int... fingerprints)
            throws SQLException {
        StringBuilder[] lists = new StringBuilder[7];
        for (int i = 0; i < lists.length; i++) {
            lists[i] = new StringBuilder();
        }
        for (int i = 0; i < fingerprints.length; i++) {
            String[] cells = {
                UUID.randomUUID().toString(),
                Integer.toString(i),
                String.format("%064x", fingerprints[i]),
                "format id",
                i == 0 ? "" : "98",
                i == 0 ? "" : "CRITICAL",
                "00ff"
            };
            for (int cell = 0; cell < cells.length; cell++) {
                lists[cell].append(i == 0 ? "" : ",").append(cells[cell]);
            }
        }
        String sql = IntakeRows.STAGE.replace(":import", quoted(intake)).replace(":organisation", quoted(organisation));
        String[] names = {":ids", ":items", ":fingerprints", ":parts", ":scores", ":severities", ":sealed"};
        for (int i = 0; i < names.length; i++) {
            sql = sql.replace(names[i], quoted(lists[i]));
        }
        assertEquals(fingerprints.length, run(connection, sql));
    }

    private static void publish(Connection connection, UUID intake) throws SQLException {
        for (String each : List.of(
                IntakeRows.RECURRENCES,
                IntakeRows.REPEATS_OF_PUBLISHED,
                IntakeRows.REPEATS_WITHIN,
                IntakeRows.REMOVE_REPEATED,
                IntakeRows.PUBLISH)) {
            run(connection, each.replace(":import", quoted(intake)));
        }
    }

    private static String tally(Connection connection, UUID intake) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement(IntakeRows.COUNT.replace(":import", quoted(intake)));
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1) + " " + row.getLong(2) + " " + row.getLong(3);
        }
    }

    private static String quoted(Object value) {
        return "'" + value + "'";
    }

    private static long count(Connection connection, UUID intake) throws SQLException {
        try (PreparedStatement statement =
                        connection.prepareStatement("select count(*) from finding where import_id = '" + intake + "'");
                ResultSet row = statement.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Connection as(UUID person, UUID organisation) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        as(connection, person, organisation);
        return connection;
    }

    /** For the transaction that begins now. */
    private static void as(Connection connection, UUID person, UUID organisation) throws SQLException {
        run(
                connection,
                "select set_config('sekisho.actor', 'person:" + person + "', true), set_config('sekisho.person', '"
                        + person
                        + "', true), set_config('sekisho.organisation', '" + organisation
                        + "', true), set_config('sekisho.agreements', '{"
                        + AGREEMENT + "}', true)");
    }

    private static int run(Connection connection, String sql) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.execute();
            return Math.max(0, statement.getUpdateCount());
        }
    }
}
