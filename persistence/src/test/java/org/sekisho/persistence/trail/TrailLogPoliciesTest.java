package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sekisho.persistence.shared.TestDatabase;
import org.sekisho.persistence.shared.TestDatabase.Databases;

/** Who may touch the log over the trail: the sequencer writes it, the check reads it, and nobody else knows its order. */
class TrailLogPoliciesTest {

    private static final int EVENTS = 5;

    /** By a policy or for want of a privilege, and by the trigger that lets a tile only grow. */
    private static final List<String> REFUSED = List.of("42501", "23514");

    private static final Databases DATABASE = TestDatabase.get().another("trail_log_policies");

    @BeforeAll
    static void sequence() throws SQLException {
        TestTrail trail = new TestTrail(DATABASE);
        trail.write(EVENTS);
        trail.sequenceAll();
        trail.write(1);
    }

    @Test
    void withoutAnActorNothingIsSeen() throws SQLException {
        assertEquals(0, rows("", "trail_leaf"));
        assertEquals(0, rows("", "trail_outbox"));
        assertEquals(0, rows("", "trail_checkpoint"));
        assertEquals(0, rows("", "trail_tile"));
    }

    @Test
    void hashesAndCheckpointsAreForEverybodyAndTheOrderIsNot() throws SQLException {
        assertEquals(1, rows("mailer", "trail_checkpoint"));
        assertEquals(1, rows("mailer", "trail_tile"));
        assertEquals(0, rows("mailer", "trail_leaf"));
        assertEquals(0, rows("mailer", "trail_outbox"));
    }

    @Test
    void theCheckSeesEverythingAndChangesNothing() throws SQLException {
        assertEquals(EVENTS, rows("trail-check", "trail_leaf"));
        assertEquals(1, rows("trail-check", "trail_outbox"));
        assertEquals(EVENTS + 1, rows("trail-check", "trail_event"));
        assertEquals(0, changed("trail-check", "delete from trail_outbox"));
        assertRefused("trail-check", "insert into trail_leaf select 5, event from trail_outbox");
    }

    @Test
    void nobodyButTheSequencerGivesPlacesOrStoresCheckpoints() {
        for (String job : new String[] {"installer", "pack-builder", "housekeeping", "witnesses"}) {
            assertRefused(job, "insert into trail_leaf values (5, gen_random_uuid())");
            assertRefused(
                    job,
                    "insert into trail_checkpoint select 9, root, signed_at, epoch, fingerprint, note from trail_checkpoint");
            assertRefused(job, "insert into trail_tile values (0, 9, sha256('another'))");
        }
    }

    @Test
    void notEvenTheSequencerChangesWhatWasSigned() {
        assertRefused("sequencer", "update trail_checkpoint set note = 'another'");
        assertRefused("sequencer", "delete from trail_checkpoint");
        assertRefused("sequencer", "update trail_leaf set index = index + 1");
        assertRefused("sequencer", "update trail_tile set hashes = sha256('another')");
        assertRefused("sequencer", "delete from trail_tile");
    }

    private static int rows(String job, String table) throws SQLException {
        try (Connection connection = as(job);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + table)) {
            row.next();
            return row.getInt(1);
        }
    }

    private static int changed(String job, String sql) throws SQLException {
        try (Connection connection = as(job);
                Statement statement = connection.createStatement()) {
            int changed = statement.executeUpdate(sql);
            connection.rollback();
            return changed;
        }
    }

    private static void assertRefused(String job, String sql) {
        SQLException refused = assertThrows(SQLException.class, () -> changed(job, sql), job + ": " + sql);
        assertTrue(REFUSED.contains(refused.getSQLState()), job + ": " + sql + ": " + refused.getMessage());
    }

    private static Connection as(String job) throws SQLException {
        Connection connection = DATABASE.application().getConnection();
        connection.setAutoCommit(false);
        if (!job.isEmpty()) {
            try (PreparedStatement enter = connection.prepareStatement("select enter_system(?)")) {
                enter.setString(1, job);
                enter.execute();
            }
        }
        return connection;
    }
}
