package org.sekisho.persistence.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Native queries with named parameters, in the running transaction and so under its actor. Read models are written with it. */
@ApplicationScoped
public class Sql {

    private static final Duration UNHURRIED = Duration.ofHours(2);
    private static final String TIMEOUT = "jakarta.persistence.query.timeout";

    @PersistenceContext(unitName = "sekisho")
    private EntityManager entities;

    /** Begins a query. Parameters are written {@code :name}; a cast is {@code cast(… as …)}, since two colons would be a name. */
    public Statement query(String sql) {
        return new Statement(sql);
    }

    /**
     * Waits until no other transaction holds the lock of this name, and holds it until this one ends. For what has no row yet that
     * could be locked.
     */
    public void lock(String name) {
        locking(name).list(row -> true);
    }

    /** The same, where the other transaction may be one that writes a whole file's worth of rows. */
    public void lockUnhurried(String name) {
        locking(name).unhurried().list(row -> true);
    }

    private Statement locking(String name) {
        return query("select cast(pg_advisory_xact_lock(hashtextextended(:name, 0)) as text)")
                .with("name", name);
    }

    /** Takes the lock of this name, and holds it until the transaction ends; {@code false}, at once, where another one holds it. */
    public boolean tryLock(String name) {
        return query("select pg_try_advisory_xact_lock(hashtextextended(:name, 0))")
                .with("name", name)
                .first(row -> row.flag(0))
                .orElse(false);
    }

    /** Ids as one parameter, for {@code = any (cast(string_to_array(:ids, ',') as uuid[]))}. */
    public static String ids(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).collect(Collectors.joining(","));
    }

    /** One query: its text, its parameters, and how its rows are read. */
    public final class Statement {

        private final List<Object[]> parameters = new ArrayList<>();
        private final StringBuilder text = new StringBuilder();

        private Duration longest = Duration.ZERO;

        private Statement(String sql) {
            text.append(sql);
        }

        /** Lets it take longer than the pool of connections lets a statement take: for one that writes a whole file's worth of rows. */
        public Statement unhurried() {
            longest = UNHURRIED;
            return this;
        }

        /** Sets a parameter; instants become timestamps with time zone. */
        public Statement with(String name, @Nullable Object value) {
            parameters.add(new Object[] {name, plain(value)});
            return this;
        }

        /** Sets a parameter whose absence means null. */
        public Statement with(String name, Optional<?> value) {
            return with(name, value.orElse(null));
        }

        /** Adds a piece of SQL, which must be a constant of the program, when the value is there; and sets the parameter. */
        public Statement where(String piece, String name, Optional<?> value) {
            if (value.isPresent()) {
                text.append(' ').append(piece).append(' ');
                with(name, value.get());
            }
            return this;
        }

        /** Adds a piece of SQL, which must be a constant of the program. */
        public Statement and(String piece) {
            text.append(' ').append(piece).append(' ');
            return this;
        }

        /** The rows. */
        public <T> List<T> list(Function<Row, T> each) {
            List<T> rows = new ArrayList<>();
            for (Object row : query().getResultList()) {
                rows.add(each.apply(new Row(row instanceof Object[] cells ? cells : new Object[] {row})));
            }
            return rows;
        }

        /** The only row, or none. */
        public <T> Optional<T> first(Function<Row, T> each) {
            List<T> rows = list(each);
            return rows.isEmpty() ? Optional.empty() : Optional.of(rows.get(0));
        }

        /** Runs a statement that changes rows; how many it changed. */
        public int run() {
            return query().executeUpdate();
        }

        private Query query() {
            Query query = entities.createNativeQuery(positional());
            for (Object[] parameter : parameters) {
                query.setParameter(position(String.valueOf(parameter[0])), parameter[1]);
            }
            if (!longest.isZero()) {
                query.setHint(TIMEOUT, Math.toIntExact(longest.toMillis()));
            }
            return query;
        }

        /** JPA has no named parameters in native queries: names become positions, the same name the same position. */
        private String positional() {
            String sql = text.toString();
            List<String> names = new ArrayList<>(parameters.stream()
                    .map(parameter -> String.valueOf(parameter[0]))
                    .toList());
            names.sort((a, b) -> b.length() - a.length());
            for (String name : names) {
                sql = sql.replace(":" + name, "?" + position(name));
            }
            return sql;
        }

        private int position(String name) {
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i)[0].equals(name)) {
                    return i + 1;
                }
            }
            throw new IllegalArgumentException("No parameter " + name);
        }
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Instant instant) {
            return instant.atOffset(ZoneOffset.UTC);
        }
        if (value instanceof Enum<?> constant) {
            return constant.name();
        }
        if (value instanceof LocalDate day) {
            return java.sql.Date.valueOf(day);
        }
        return value;
    }

    /** One row of a result, read by position from 0. */
    public static final class Row {

        private final @Nullable Object[] cells;

        private Row(@Nullable Object[] cells) {
            this.cells = cells;
        }

        /** The same row without its first columns. */
        Row from(int first) {
            return new Row(Arrays.copyOfRange(cells, first, cells.length));
        }

        private Object get(int column) {
            @Nullable Object value = cells[column];
            if (value == null) {
                throw new IllegalStateException("Column " + column + " is null");
            }
            return value;
        }

        public boolean isNull(int column) {
            return cells[column] == null;
        }

        private <T> Optional<T> optional(Function<Integer, T> read, int column) {
            return isNull(column) ? Optional.empty() : Optional.of(read.apply(column));
        }

        public String text(int column) {
            return get(column).toString();
        }

        public Optional<String> optionalText(int column) {
            return optional(this::text, column);
        }

        public UUID id(int column) {
            Object value = get(column);
            return value instanceof UUID id ? id : UUID.fromString(value.toString());
        }

        public Optional<UUID> optionalId(int column) {
            return optional(this::id, column);
        }

        public long number(int column) {
            return ((Number) get(column)).longValue();
        }

        public boolean flag(int column) {
            return (Boolean) get(column);
        }

        public byte[] bytes(int column) {
            return (byte[]) get(column);
        }

        public Instant instant(int column) {
            Object value = get(column);
            if (value instanceof OffsetDateTime time) {
                return time.toInstant();
            }
            if (value instanceof Timestamp time) {
                return time.toInstant();
            }
            return (Instant) value;
        }

        public Optional<Instant> optionalInstant(int column) {
            return optional(this::instant, column);
        }

        public LocalDate day(int column) {
            Object value = get(column);
            return value instanceof LocalDate day ? day : ((java.sql.Date) value).toLocalDate();
        }

        public Optional<LocalDate> optionalDay(int column) {
            return optional(this::day, column);
        }

        public <E extends Enum<E>> E constant(int column, Class<E> type) {
            return Enum.valueOf(type, text(column));
        }

        public <E extends Enum<E>> Optional<E> optionalConstant(int column, Class<E> type) {
            return optional(each -> constant(each, type), column);
        }

        /** A column of texts joined by commas, as {@code array_to_string} and {@code string_agg} make it; null is an empty list. */
        public List<String> list(int column) {
            return isNull(column) || text(column).isEmpty()
                    ? List.of()
                    : List.of(text(column).split(","));
        }

        /** A column of ids joined by commas. */
        public Set<UUID> ids(int column) {
            return list(column).stream().map(UUID::fromString).collect(Collectors.toUnmodifiableSet());
        }
    }
}
