package org.sekisho.persistence.trail;

import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;
import org.sekisho.domain.trail.Outcome;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.log.CheckpointMemory;
import org.sekisho.domain.trail.log.Sequencer;
import org.sekisho.domain.trail.log.TrailKey;
import org.sekisho.persistence.shared.TestDatabase.Databases;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;

/** A trail in a database: writes events, sequences them, and reads what became of them. */
final class TestTrail {

    static final String ORIGIN = "trail.example/log";

    private static final String EVENT =
            """
            with event as (
                insert into trail_event (id, time, actor, act, outcome, leaf, leaf_hash, changes)
                values (?, ?, 'system:test', 'test.act', 'done', ?, ?, false))
            insert into trail_outbox (event, leaf_hash) values (?, ?)
            """;

    private final Databases databases;
    private final TrailKey key;
    private final Memory memory = new Memory();

    TestTrail(Databases databases) {
        this(databases, newKey());
    }

    TestTrail(Databases databases, TrailKey key) {
        this.databases = databases;
        this.key = key;
    }

    static TrailKey newKey() {
        try {
            return TrailKey.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    TrailKey key() {
        return key;
    }

    Memory memory() {
        return memory;
    }

    JdbcTrailLog log() {
        return new JdbcTrailLog(databases.application());
    }

    /** A sequencer that goes on with the log. */
    Sequencer sequencer() {
        return Sequencer.begin(log(), ORIGIN, List.of(key), memory, Clock.systemUTC())
                .orElseThrow();
    }

    /** Sequences all that waits. */
    void sequenceAll() {
        try (Sequencer sequencer = sequencer()) {
            int taken;
            do {
                taken = sequencer.step();
            } while (taken > 0);
        }
    }

    /** A connection of the portal's role that may write events; its transaction is the caller's. */
    Connection writer() throws SQLException {
        Connection connection = databases.application().getConnection();
        connection.setAutoCommit(false);
        return connection;
    }

    /** Writes an event in the transaction of the connection. */
    static UUID write(Connection connection) throws SQLException {
        try (Statement enter = connection.createStatement()) {
            enter.execute("select enter_system('installer')");
        }
        TrailEvent event = TrailEvent.of(new TrailEvent.Draft(
                Instant.parse("2026-11-01T00:00:00Z"),
                "system:test",
                Optional.empty(),
                "test.act",
                Optional.empty(),
                Outcome.DONE,
                new TreeMap<>(Map.of("number", "1")),
                new TreeMap<>()));
        try (PreparedStatement insert = connection.prepareStatement(EVENT)) {
            insert.setObject(1, event.id());
            insert.setObject(2, event.time().atOffset(ZoneOffset.UTC));
            insert.setBytes(3, event.leaf());
            insert.setBytes(4, event.leafHash());
            insert.setObject(5, event.id());
            insert.setBytes(6, event.leafHash());
            insert.executeUpdate();
        }
        return event.id();
    }

    /** Writes events, each in a transaction of its own. */
    List<UUID> write(int count) throws SQLException {
        List<UUID> events = new ArrayList<>();
        try (Connection connection = writer()) {
            for (int i = 0; i < count; i++) {
                events.add(write(connection));
                connection.commit();
            }
        }
        return events;
    }

    /** As the owner of the database. */
    void asOwner(String sql) throws SQLException {
        run(databases.owner(), sql);
    }

    void asAdministrator(String sql) throws SQLException {
        run(databases.administrator(), sql);
    }

    private static void run(DataSource source, String sql) throws SQLException {
        try (Connection connection = source.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long number(String sql) throws SQLException {
        try (Connection connection = databases.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** The hashes of the leaves as the log orders them; fails where an index is left out. */
    List<byte[]> leaves() throws SQLException {
        List<byte[]> leaves = new ArrayList<>();
        try (Connection connection = databases.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select l.index, e.leaf_hash from trail_leaf l join trail_event e on e.id = l.event order by l.index")) {
            while (rows.next()) {
                if (rows.getLong(1) != leaves.size()) {
                    throw new AssertionError("index " + leaves.size() + " is left out");
                }
                leaves.add(rows.getBytes(2));
            }
        }
        return leaves;
    }

    /** All checkpoints, each as its verified note says. */
    Map<Long, Checkpoint> checkpoints() throws SQLException, NoteException, LogException {
        Map<Long, Checkpoint> checkpoints = new TreeMap<>();
        try (Connection connection = databases.owner().getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select note from trail_checkpoint")) {
            while (rows.next()) {
                SignedNote note = SignedNote.parse(rows.getBytes(1));
                note.verify(List.of(key.signer(ORIGIN).verifier()));
                Checkpoint checkpoint = Checkpoint.parse(note.text());
                checkpoints.put(checkpoint.size(), checkpoint);
            }
        }
        return checkpoints;
    }

    /** What the holder of the key remembers, in this process. */
    static final class Memory implements CheckpointMemory {

        private final Map<String, byte[]> kept = new HashMap<>();

        @Override
        public Optional<byte[]> last() {
            return Optional.ofNullable(kept.get("last"));
        }

        @Override
        public void remember(byte[] note) {
            kept.put("last", note);
        }

        void forget() {
            kept.clear();
        }
    }
}
