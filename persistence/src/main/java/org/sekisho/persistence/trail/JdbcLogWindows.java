package org.sekisho.persistence.trail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.sekisho.domain.trail.log.LogRecords;

/**
 * Places of the log with the hashes of their events, over a connection of its own. Places and events lie in two tables, each in the order in
 * which it was written, and that is nearly the same: so the events are read as one range of their ids, which takes half of what it takes to
 * look each of them up, and put to their places by {@link LogWindow}. The rows of a window come as a few long values: to send and take them
 * one by one takes longer than to read them.
 */
final class JdbcLogWindows implements LogRecords.Windows {

    /** Of a range that holds more than so many events for each place, only those of the places are looked up. */
    private static final int DENSITY = 4;

    private static final String PLACES =
            """
            select pg_catalog.string_agg(pg_catalog.int8send(l.index), ''::pg_catalog.bytea order by l.index),
                   pg_catalog.string_agg(pg_catalog.uuid_send(l.event), ''::pg_catalog.bytea order by l.index)
            from trail_leaf l where l.index >= ? and l.index < ?
            """;

    /**
     * SHA-256(0x00 ‖ leaf), by the server's own functions and not by others of their names: whoever owns the schema can't replace these, and
     * who could might as well hand out other leaves. It takes the server less to hash a leaf than to send it.
     */
    private static final String HASHES =
            """
            select pg_catalog.string_agg(pg_catalog.uuid_send(e.id), ''::pg_catalog.bytea order by e.id),
                   pg_catalog.string_agg(pg_catalog.sha256('\\x00'::pg_catalog.bytea operator(pg_catalog.||) e.leaf), ''::pg_catalog.bytea
                                         order by e.id)
            from
            """;

    private static final String OF_RANGE =
            HASHES + " (select id, leaf from trail_event where id between ? and ? order by id limit ?) e";

    private static final String OF_PLACES =
            HASHES + " trail_leaf l join trail_event e on e.id = l.event where l.index >= ? and l.index < ?";

    private static final int ID = 16;

    private final OneState state;

    /** @param state closed with this */
    JdbcLogWindows(OneState state) {
        this.state = state;
    }

    @Override
    public Optional<byte[]> hashes(long first, long beyond) {
        try {
            Columns places = ask(PLACES, first, beyond);
            Optional<LogWindow> window = LogWindow.of(first, beyond, places.one(), places.other());
            return window.isPresent() ? hashes(window.get(), first, beyond) : Optional.empty();
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException("The log can't be read", broken));
        }
    }

    private Optional<byte[]> hashes(LogWindow window, long first, long beyond) throws SQLException {
        long most = DENSITY * (beyond - first);
        Columns range = ask(OF_RANGE, window.least(), window.greatest(), most + 1);
        Columns events = range.one().length > most * ID ? ask(OF_PLACES, first, beyond) : range;
        return window.hashes(events.one(), events.other());
    }

    @Override
    public void close() {
        try {
            state.close();
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException("The log can't be left", broken));
        }
    }

    private Columns ask(String question, Object... parameters) throws SQLException {
        try (PreparedStatement query = state.connection().prepareStatement(question)) {
            for (int i = 0; i < parameters.length; i++) {
                query.setObject(i + 1, parameters[i]);
            }
            JdbcLogRecords.asBytes(query);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return new Columns(bytes(row, 1), bytes(row, 2));
            }
        }
    }

    /** Of no rows there is no value. */
    private static byte[] bytes(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getBytes(column)).orElse(new byte[0]);
    }

    /** Two columns of rows, each as the values one behind the other. */
    private record Columns(byte[] one, byte[] other) {}
}
