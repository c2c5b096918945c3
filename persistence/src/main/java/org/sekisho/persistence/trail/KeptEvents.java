package org.sekisho.persistence.trail;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.domain.trail.TrailColumns;
import org.sekisho.domain.trail.TrailEvent.Opening;
import org.sekisho.domain.trail.log.KeptEvent;

/**
 * Events with all that is kept beside their leaves, window by window of their places. The leaf is read here and not by the database, which
 * would stop at the first that isn't JSON, or that holds a character it doesn't take; and what follows from a leaf has one home.
 */
final class KeptEvents {

    /** Places whose openings are held at a time. */
    private static final int WINDOW = 4_096;

    private static final int AT_ONCE = 512;

    private static final String COLUMNS =
            """
            e.id, e.time, e.actor, e.organisation, e.act, e.subject_kind, e.subject_id, e.outcome, e.agreement, e.changes,
            e.leaf, e.leaf_hash, m.event is not null
            from trail_event e left join trail_material m on m.event = e.id
            """;

    private static final String PLACED = "select l.index, " + COLUMNS
            + " join trail_leaf l on l.event = e.id where l.index > ? and l.index <= ? order by l.index";

    /** Where a window ends: they are counted and not measured, since a place that somebody put far off would make all of them empty. */
    private static final String LAST =
            "select max(index) from (select index from trail_leaf where index > ? order by index limit ?) window_of_places";

    private static final String OPENINGS =
            """
            select o.event, o.detail, o.key, o.value from trail_opening o join trail_leaf l on l.event = o.event
            where l.index > ? and l.index <= ?
            """;

    private static final String WAITS =
            " join trail_outbox w on w.event = e.id where not exists (select from trail_leaf l where l.event = e.id)";

    private static final String WAITING = "select null, " + COLUMNS + WAITS;

    private static final String WAITING_OPENINGS =
            "select o.event, o.detail, o.key, o.value from trail_opening o join trail_event e on e.id = o.event"
                    + WAITS;

    private final Connection connection;

    KeptEvents(Connection connection) {
        this.connection = connection;
    }

    /** Hands over those with a place, then those that wait for one. */
    void read(Consumer<KeptEvent> reader) throws SQLException {
        long before = Long.MIN_VALUE;
        for (OptionalLong last = last(before); last.isPresent(); last = last(before)) {
            read(PLACED, openings(OPENINGS, before, last.getAsLong()), reader, before, last.getAsLong());
            before = last.getAsLong();
        }
        read(WAITING, openings(WAITING_OPENINGS), reader);
    }

    private OptionalLong last(long before) throws SQLException {
        try (PreparedStatement query = prepared(LAST, before, WINDOW);
                ResultSet row = query.executeQuery()) {
            row.next();
            long last = row.getLong(1);
            return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(last);
        }
    }

    private void read(
            String question, Map<UUID, Map<String, Opening>> openings, Consumer<KeptEvent> reader, Object... parameters)
            throws SQLException {
        try (PreparedStatement query = prepared(question, parameters);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                reader.accept(event(rows, openings));
            }
        }
    }

    private KeptEvent event(ResultSet row, Map<UUID, Map<String, Opening>> openings) throws SQLException {
        long index = row.getLong(1);
        OptionalLong place = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(index);
        UUID id = row.getObject(2, UUID.class);
        TrailColumns columns = new TrailColumns(
                id.toString(),
                row.getObject(3, OffsetDateTime.class).toInstant(),
                row.getString(4),
                text(row, 5),
                row.getString(6),
                row.getObject(7) == null && row.getObject(8) == null ? "" : text(row, 7) + ":" + text(row, 8),
                row.getString(9),
                text(row, 10),
                row.getBoolean(11));
        Optional<byte[]> material = row.getBoolean(14) ? Optional.of(material(id)) : Optional.empty();
        return new KeptEvent(
                place, id, row.getBytes(12), row.getBytes(13), columns, openings.getOrDefault(id, Map.of()), material);
    }

    private static String text(ResultSet row, int column) throws SQLException {
        return Optional.ofNullable(row.getObject(column)).map(Object::toString).orElse("");
    }

    /** One at a time: a bulk act has megabytes of it. */
    private byte[] material(UUID event) throws SQLException {
        try (PreparedStatement query = prepared("select material from trail_material where event = ?", event);
                ResultSet row = query.executeQuery()) {
            return row.next() ? row.getBytes(1) : new byte[0];
        }
    }

    private Map<UUID, Map<String, Opening>> openings(String question, Object... parameters) throws SQLException {
        Map<UUID, Map<String, Opening>> openings = new HashMap<>();
        try (PreparedStatement query = prepared(question, parameters);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                openings.computeIfAbsent(rows.getObject(1, UUID.class), event -> new HashMap<>())
                        .put(rows.getString(2), new Opening(rows.getBytes(3), rows.getString(4)));
            }
        }
        return openings;
    }

    private PreparedStatement prepared(String question, Object... parameters) throws SQLException {
        PreparedStatement query = connection.prepareStatement(question);
        query.setFetchSize(AT_ONCE);
        for (int i = 0; i < parameters.length; i++) {
            query.setObject(i + 1, parameters[i]);
        }
        JdbcLogRecords.asBytes(query);
        return query;
    }
}
