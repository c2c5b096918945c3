package org.sekisho.persistence.trail;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.domain.trail.log.KeptEvent;
import org.sekisho.domain.trail.log.LogRecords;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProblem;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;

/**
 * The whole log, over connections of a role that sees all of it, as it was when the first question was asked: what is written meanwhile is
 * left for the next time. What can't be read is an {@link UncheckedIOException}.
 */
public final class JdbcLogRecords implements LogRecords, AutoCloseable {

    private static final int AT_ONCE = 2_000;
    private static final int BINARY_AT_ONCE = -1;
    private static final int TILE_BYTES = Tile.FULL * Sha256.LENGTH;

    private final OneState state;
    private final Connection connection;

    private JdbcLogRecords(OneState state) {
        this.state = state;
        this.connection = state.connection();
    }

    /** Reads as whoever the connections of this source are. */
    public static JdbcLogRecords of(DataSource source) {
        return ask(() -> new JdbcLogRecords(OneState.begin(source, connection -> {})));
    }

    /** Reads as a job of the system. */
    static JdbcLogRecords of(DataSource source, SystemJob job) {
        return ask(() -> new JdbcLogRecords(OneState.begin(source, connection -> {
            try (PreparedStatement enter = connection.prepareStatement("select enter_system(?)")) {
                enter.setString(1, job.job());
                enter.execute();
            }
        })));
    }

    @Override
    public void close() {
        ask(() -> {
            state.close();
            return true;
        });
    }

    @Override
    public Optional<SignedCheckpoint> latest() {
        return ask(() -> JdbcTrailLead.latest(connection));
    }

    @Override
    public Tiles tiles() {
        return this::tile;
    }

    private byte[] tile(Tile tile) throws LogException {
        byte[] hashes = ask(() -> JdbcTrailLead.hashes(connection, tile));
        if (hashes.length < tile.length()) {
            throw new LogException(LogProblem.TILE_MISSING, tile.path());
        }
        return Arrays.copyOf(hashes, tile.length());
    }

    @Override
    public void inOrder(Reader reader) {
        ask(() -> {
            try (PreparedStatement query = connection.prepareStatement(
                    """
                    select l.index, l.event, e.leaf from trail_leaf l left join trail_event e on e.id = l.event order by l.index
                    """)) {
                query.setFetchSize(AT_ONCE);
                asBytes(query);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        reader.take(new Entry(
                                rows.getLong(1), rows.getObject(2, UUID.class), Optional.ofNullable(rows.getBytes(3))));
                    }
                }
            }
            return true;
        });
    }

    @Override
    public void kept(Consumer<KeptEvent> reader) {
        ask(() -> {
            new KeptEvents(connection).read(reader);
            return true;
        });
    }

    @Override
    public byte[] signed(long first, long beyond) {
        return ask(() -> {
            ByteArrayOutputStream hashes = new ByteArrayOutputStream();
            int wanted = Math.toIntExact((beyond - first) * Sha256.LENGTH);
            try (PreparedStatement query = connection.prepareStatement(
                    "select index, hashes from trail_tile where level = 0 and index >= ? and index * ? < ? order by index")) {
                long next = first / Tile.FULL;
                query.setLong(1, next);
                query.setInt(2, Tile.FULL);
                query.setLong(3, beyond);
                asBytes(query);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next() && rows.getLong(1) == next && hashes.size() % TILE_BYTES == 0) {
                        hashes.writeBytes(rows.getBytes(2));
                        next++;
                    }
                }
            }
            return Arrays.copyOf(hashes.toByteArray(), Math.min(hashes.size(), wanted));
        });
    }

    @Override
    public Windows windows() {
        return ask(() -> new JdbcLogWindows(state.beside()));
    }

    @Override
    public long places() {
        return number("select count(*) from trail_leaf");
    }

    @Override
    public long events() {
        return number(
                """
                select (select count(*) from trail_event)
                    - (select count(*) from trail_outbox o join trail_event e on e.id = o.event
                        where not exists (select from trail_leaf l where l.event = o.event))
                """);
    }

    private long number(String question) {
        return ask(() -> {
            try (PreparedStatement query = connection.prepareStatement(question);
                    ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        });
    }

    /** Bytes come as bytes at once, and not as twice as many digits. */
    static void asBytes(PreparedStatement query) throws SQLException {
        if (query.isWrapperFor(PGStatement.class)) {
            query.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
        }
    }

    @Override
    public List<UUID> strays(int most) {
        return ask(() -> {
            List<UUID> strays = new ArrayList<>();
            try (PreparedStatement query = connection.prepareStatement(
                    """
                    select e.id from trail_event e
                    where not exists (select from trail_leaf l where l.event = e.id)
                        and not exists (select from trail_outbox o where o.event = e.id)
                    limit ?
                    """)) {
                query.setInt(1, most);
                try (ResultSet rows = query.executeQuery()) {
                    while (rows.next()) {
                        strays.add(rows.getObject(1, UUID.class));
                    }
                }
            }
            return strays;
        });
    }

    private static <T> T ask(Question<T> question) {
        try {
            return question.ask();
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException("The log can't be read", broken));
        }
    }

    @FunctionalInterface
    private interface Question<T> {
        T ask() throws SQLException;
    }
}
