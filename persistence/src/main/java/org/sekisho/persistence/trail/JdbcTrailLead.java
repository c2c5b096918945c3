package org.sekisho.persistence.trail;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.trail.log.LeadLost;
import org.sekisho.domain.trail.log.PendingLeaf;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailKey;
import org.sekisho.domain.trail.log.TrailLead;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProblem;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;

/** The lead, on one connection. */
final class JdbcTrailLead implements TrailLead {

    private static final Logger LOG = Logger.getLogger(JdbcTrailLead.class.getName());

    /** Any number, the same on every node. */
    private static final long LOCK = 0x5345_4b49_5348_4fL;

    /**
     * A node that was paused keeps its connection, and with it the lock. The server ends connections that say nothing for so long, so that
     * another node can go on; whoever leads and has nothing to do asks often enough.
     */
    private static final String SILENCE =
            "set idle_session_timeout = '5s'; set idle_in_transaction_session_timeout = '5s'; set lock_timeout = '5s'";

    private static final String AS_BEFORE =
            "reset idle_session_timeout; reset idle_in_transaction_session_timeout; reset lock_timeout; select pg_advisory_unlock_all()";

    private static final String DRAIN =
            """
            delete from trail_outbox where event in (select event from trail_outbox limit ?)
            returning event, leaf_hash
            """;

    private static final String APPEND =
            """
            insert into trail_leaf (index, event)
            select ? + l.ordinal - 1, l.event from unnest(?) with ordinality l (event, ordinal)
            """;

    private static final String KEEP =
            """
            insert into trail_tile as kept (level, index, hashes) values (?, ?, ?)
            on conflict (level, index) do update set hashes = excluded.hashes
            """;

    /** The row is locked: who takes the lead meanwhile waits, and who took it before is seen. */
    private static final String STORE =
            """
            insert into trail_checkpoint (size, root, signed_at, epoch, fingerprint, note)
            select ?, ?, ?, l.epoch, ?, ? from trail_log l where l.epoch = ? for update
            """;

    private final Connection connection;
    private final String origin;
    private final long epoch;
    private boolean begun;

    private JdbcTrailLead(Connection connection, String origin, long epoch) {
        this.connection = connection;
        this.origin = origin;
        this.epoch = epoch;
    }

    /** Takes the lead, if no other connection has it; otherwise gives the connection back. */
    static Optional<TrailLead> take(Connection connection, String name) throws SQLException {
        connection.setAutoCommit(true);
        if (!isLocked(connection)) {
            giveBack(connection);
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute(SILENCE);
        }
        connection.setAutoCommit(false);
        enter(connection);
        try (PreparedStatement begin = connection.prepareStatement(
                "insert into trail_log (origin, epoch) values (?, 0) on conflict do nothing")) {
            begin.setString(1, name);
            begin.executeUpdate();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("update trail_log set epoch = epoch + 1 returning origin, epoch")) {
            row.next();
            JdbcTrailLead lead = new JdbcTrailLead(connection, row.getString(1), row.getLong(2));
            connection.commit();
            return Optional.of(lead);
        }
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("select pg_try_advisory_lock(?)")) {
            lock.setLong(1, LOCK);
            try (ResultSet row = lock.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    private static void enter(Connection connection) throws SQLException {
        try (PreparedStatement enter = connection.prepareStatement("select enter_system(?)")) {
            enter.setString(1, SystemJob.SEQUENCER.job());
            enter.execute();
        }
    }

    /** Leaves nothing behind on a connection that others will use; one that can't be cleaned is broken off. */
    static void giveBack(Connection connection) {
        try (connection) {
            if (!connection.getAutoCommit()) {
                connection.rollback();
                connection.setAutoCommit(true);
            }
            try (Statement statement = connection.createStatement()) {
                statement.execute(AS_BEFORE);
            }
        } catch (SQLException broken) {
            LOG.log(Level.FINE, "The sequencer's connection is broken off", broken);
            breakOff(connection);
        }
    }

    private static void breakOff(Connection connection) {
        try {
            connection.abort(Runnable::run);
        } catch (SQLException gone) {
            LOG.log(Level.FINE, "It was gone already", gone);
        }
    }

    @Override
    public String origin() {
        return origin;
    }

    @Override
    public long epoch() {
        return epoch;
    }

    @Override
    public Optional<SignedCheckpoint> latest() {
        return ask(() -> latest(connection));
    }

    static Optional<SignedCheckpoint> latest(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(
                        """
                        select l.origin, c.size, c.root, c.signed_at, c.fingerprint, c.note
                        from trail_checkpoint c, trail_log l order by c.size desc limit 1
                        """)) {
            if (!row.next()) {
                return Optional.empty();
            }
            return Optional.of(new SignedCheckpoint(
                    new Checkpoint(row.getString(1), row.getLong(2), row.getBytes(3)),
                    row.getObject(4, OffsetDateTime.class).toInstant(),
                    row.getString(5),
                    row.getBytes(6)));
        }
    }

    @Override
    public Tiles tiles() {
        return this::tile;
    }

    private byte[] tile(Tile tile) throws LogException {
        byte[] hashes = ask(() -> hashes(connection, tile));
        if (hashes.length < tile.length()) {
            throw new LogException(LogProblem.TILE_MISSING, tile.path());
        }
        return Arrays.copyOf(hashes, tile.length());
    }

    /** As many as the tile has by now; none where there is no such tile. */
    static byte[] hashes(Connection connection, Tile tile) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select hashes from trail_tile where level = ? and index = ?")) {
            query.setInt(1, tile.level());
            query.setLong(2, tile.index());
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? row.getBytes(1) : new byte[0];
            }
        }
    }

    @Override
    public long indexed() {
        return ask(() -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery("select coalesce(max(index) + 1, 0) from trail_leaf")) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    @Override
    public List<PendingLeaf> drain(int most) {
        return ask(() -> {
            List<PendingLeaf> leaves = new ArrayList<>();
            try (PreparedStatement drain = connection.prepareStatement(DRAIN)) {
                drain.setInt(1, most);
                try (ResultSet rows = drain.executeQuery()) {
                    while (rows.next()) {
                        leaves.add(new PendingLeaf(rows.getObject(1, UUID.class), rows.getBytes(2)));
                    }
                }
            }
            return leaves;
        });
    }

    @Override
    public void append(long first, List<PendingLeaf> leaves) {
        ask(() -> {
            Array events = connection.createArrayOf(
                    "uuid", leaves.stream().map(PendingLeaf::event).toArray());
            try (PreparedStatement append = connection.prepareStatement(APPEND)) {
                append.setLong(1, first);
                append.setArray(2, events);
                return append.executeUpdate();
            } finally {
                events.free();
            }
        });
    }

    @Override
    public void keep(Map<Tile, byte[]> tiles) {
        ask(() -> {
            try (PreparedStatement keep = connection.prepareStatement(KEEP)) {
                for (Map.Entry<Tile, byte[]> each : tiles.entrySet()) {
                    keep.setInt(1, each.getKey().level());
                    keep.setLong(2, each.getKey().index());
                    keep.setBytes(3, each.getValue());
                    keep.addBatch();
                }
                return keep.executeBatch();
            }
        });
    }

    @Override
    public void know(TrailKey key, long size) {
        ask(() -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into trail_key (fingerprint, public_key, first_size) values (?, ?, ?) on conflict do nothing")) {
                insert.setString(1, key.open().fingerprint());
                insert.setBytes(2, key.open().key().getEncoded());
                insert.setLong(3, size);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void store(SignedCheckpoint signed) {
        int stored = ask(() -> {
            try (PreparedStatement store = connection.prepareStatement(STORE)) {
                store.setLong(1, signed.checkpoint().size());
                store.setBytes(2, signed.checkpoint().root());
                store.setObject(3, signed.signedAt().atOffset(ZoneOffset.UTC));
                store.setString(4, signed.fingerprint());
                store.setBytes(5, signed.note());
                store.setLong(6, epoch);
                return store.executeUpdate();
            }
        });
        if (stored != 1) {
            throw new LeadLost("Another node leads since epoch " + epoch);
        }
    }

    @Override
    public void commit() {
        try {
            connection.commit();
            begun = false;
        } catch (SQLException broken) {
            throw lost(broken);
        }
    }

    @Override
    public void undo() {
        try {
            connection.rollback();
            begun = false;
        } catch (SQLException broken) {
            throw lost(broken);
        }
    }

    @Override
    public void close() {
        giveBack(connection);
    }

    private <T> T ask(Question<T> question) {
        try {
            if (!begun) {
                enter(connection);
                begun = true;
            }
            return question.ask();
        } catch (SQLException broken) {
            throw lost(broken);
        }
    }

    private static LeadLost lost(SQLException cause) {
        return new LeadLost(cause);
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }
}
