package org.sekisho.persistence.trail;

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
import org.postgresql.PGStatement;
import org.sekisho.domain.trail.log.LogRecords;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProblem;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;

/**
 * The whole log, over one connection of a role that sees all of it, as it was when the first question was asked: what is written meanwhile is
 * left for the next time. What can't be read is an {@link UncheckedIOException}.
 */
public final class JdbcLogRecords implements LogRecords {

    private static final int AT_ONCE = 2_000;
    private static final int BINARY_AT_ONCE = -1;

    private final Connection connection;

    /** @param connection to use for nothing else; its transaction isn't ended */
    public JdbcLogRecords(Connection connection) throws SQLException {
        this.connection = connection;
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
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
                // Bytes come as bytes at once, and not as twice as many digits.
                if (query.isWrapperFor(PGStatement.class)) {
                    query.unwrap(PGStatement.class).setPrepareThreshold(BINARY_AT_ONCE);
                }
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
