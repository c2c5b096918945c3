package org.sekisho.persistence.trail;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.postgresql.PGConnection;
import org.postgresql.copy.PGCopyInputStream;
import org.sekisho.domain.trail.log.LogRecords;
import org.sekisho.domain.trail.log.LogRecords.HashReader;

/**
 * Places of the log with the hashes of their events, over a connection of its own. Places and events lie in two tables, each in the order in
 * which it was written, and that is nearly the same: so the events are read as one range of their ids, which takes half of what it takes to
 * look each of them up, and put to their places here. Rows come as the database copies them out, in binary, while it reads on.
 */
final class JdbcLogWindows implements LogRecords.Windows {

    /** Of a range that holds more than so many events for each place, only those of the places are looked up. */
    private static final int DENSITY = 4;

    private static final int BUFFER = 64 * 1024;

    /**
     * SHA-256(0x00 ‖ leaf), by the server's own functions and not by others of their names: whoever owns the schema can't replace these, and
     * who could might as well hand out other leaves. It takes the server less to hash a leaf than to send it.
     */
    private static final String LEAF_HASH =
            "pg_catalog.sha256('\\x00'::pg_catalog.bytea operator(pg_catalog.||) e.leaf) ";

    /** As the database orders them: by their bytes. */
    private static final Comparator<UUID> BY_BYTES = (one, other) -> {
        int high = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits());
    };

    private final OneState state;

    /** @param state closed with this */
    JdbcLogWindows(OneState state) {
        this.state = state;
    }

    @Override
    public void read(long first, long beyond, HashReader reader) {
        try {
            String places = "from trail_leaf l %s where l.index >= " + first + " and l.index < " + beyond;
            Places read = new Places();
            copy("select l.event, l.index " + places.formatted(""), rows -> read.add(rows.id(), rows.number()));
            String events = isDense(read)
                    ? "from trail_event e where " + read.range()
                    : places.formatted("join trail_event e on e.id = l.event");
            copy("select e.id, " + LEAF_HASH + events, rows -> {
                Long index = read.indices.get(rows.id());
                byte[] leafHash = rows.bytes();
                if (index != null) {
                    reader.take(index, leafHash);
                }
            });
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException("The log can't be read", broken));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() {
        try {
            state.close();
        } catch (SQLException broken) {
            throw new UncheckedIOException(new IOException("The log can't be left", broken));
        }
    }

    private boolean isDense(Places places) throws SQLException {
        long most = (long) DENSITY * places.indices.size();
        try (PreparedStatement query = state.connection()
                .prepareStatement("select count(*) from (select from trail_event where " + places.range()
                        + " limit ?) as part")) {
            query.setLong(1, most + 1);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1) <= most;
            }
        }
    }

    private void copy(String query, Taker taker) throws SQLException, IOException {
        PGConnection server = state.connection().unwrap(PGConnection.class);
        try (Rows rows = new Rows(new PGCopyInputStream(server, "copy (" + query + ") to stdout (format binary)"))) {
            while (rows.next()) {
                taker.take(rows);
            }
        }
    }

    @FunctionalInterface
    private interface Taker {
        void take(Rows rows) throws IOException;
    }

    /** Events by their ids, and the range of these. */
    private static final class Places {

        private final Map<UUID, Long> indices = new HashMap<>();
        private UUID first = new UUID(-1, -1);
        private UUID last = new UUID(0, 0);

        private void add(UUID event, long index) {
            indices.put(event, index);
            first = BY_BYTES.compare(event, first) < 0 ? event : first;
            last = BY_BYTES.compare(event, last) > 0 ? event : last;
        }

        private String range() {
            return "id between '" + first + "' and '" + last + "'";
        }
    }

    /** Rows in PostgreSQL's binary format of COPY, of which no column is null. */
    private static final class Rows implements AutoCloseable {

        private static final int SIGNATURE = 11;
        private static final int FLAGS = 4;

        private final DataInputStream in;

        private Rows(PGCopyInputStream in) throws IOException {
            this.in = new DataInputStream(new BufferedInputStream(in, BUFFER));
            this.in.skipNBytes(SIGNATURE + FLAGS);
            this.in.skipNBytes(this.in.readInt());
        }

        /** Whether another row begins; at the end all that the database still says is read, or the driver would call the query off. */
        private boolean next() throws IOException {
            boolean more = in.readShort() >= 0;
            if (!more) {
                in.readAllBytes();
            }
            return more;
        }

        private UUID id() throws IOException {
            in.readInt();
            return new UUID(in.readLong(), in.readLong());
        }

        private long number() throws IOException {
            in.readInt();
            return in.readLong();
        }

        private byte[] bytes() throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return bytes;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
