package org.sekisho.persistence.shared;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/**
 * A list that is paged by the key of its last row, never by an offset: one query for the rows, one for the total. All SQL in it is
 * a constant of the program; what people type arrives as parameters.
 *
 * @param columns what each row is made of; the reader of rows finds the first of them at {@link #FIRST}
 * @param from the tables with their joins
 * @param id the column that breaks ties, a uuid
 * @param sorts by the names that callers may use: an expression of type text that is never null
 * @param ownSort the name of the list's own order
 * @param ownDescending whether the list's own order is turned round
 */
public record KeysetList(
        String columns, String from, String id, Map<String, String> sorts, String ownSort, boolean ownDescending) {

    /** The position of the first column. */
    public static final int FIRST = 2;

    private static final String SEPARATOR = "|";

    /** Narrows a list; each piece is a constant of the program. */
    public static final class Filters {

        private final List<Filter> filters = new ArrayList<>();

        /** Adds the piece, which begins with {@code and}, where there is a value; the parameter bears the name. */
        public Filters with(String piece, String name, Optional<?> value) {
            value.ifPresent(present -> filters.add(new Filter(piece, name, present)));
            return this;
        }

        /** Adds the piece where the set isn't empty; the parameter holds the constants' names joined by commas. */
        public Filters withAnyOf(String piece, String name, Set<? extends Enum<?>> values) {
            if (!values.isEmpty()) {
                String joined = String.join(",", values.stream().map(Enum::name).toList());
                filters.add(new Filter(piece, name, joined));
            }
            return this;
        }

        private void addTo(Statement statement) {
            filters.forEach(filter -> statement.and(filter.piece()).with(filter.name(), filter.value()));
        }

        private record Filter(String piece, String name, Object value) {}
    }

    /** One page, as row-level security lets the actor see it. */
    public <T> Page<T> page(Sql sql, PageRequest request, Filters filters, Function<Row, T> each) {
        String key = sorts.get(request.sort().orElse(ownSort));
        if (key == null) {
            throw Refusal.of(SharedError.MALFORMED, "field", "sort");
        }
        boolean descending = request.sort().isPresent() ? request.descending() : ownDescending != request.descending();
        Statement rows = sql.query("select " + key + " as sort_key, " + id + " as tie, " + columns + " " + from)
                .and("where true");
        filters.addTo(rows);
        request.after().map(Cursor::read).ifPresent(after -> rows.and("and (" + key + ", " + id + ")"
                        + (descending ? " < " : " > ") + "(:afterKey, cast(:afterTie as uuid))")
                .with("afterKey", after.key())
                .with("afterTie", after.tie().toString()));
        String direction = descending ? " desc" : "";
        rows.and("order by " + key + direction + ", " + id + direction + " limit " + (request.size() + 1));
        List<Keyed<T>> found = rows.list(row -> new Keyed<>(new Cursor(row.text(0), row.id(1)), each.apply(row)));
        boolean more = found.size() > request.size();
        List<Keyed<T>> shown = more ? found.subList(0, request.size()) : found;
        Optional<String> next =
                more ? Optional.of(shown.get(shown.size() - 1).cursor().write()) : Optional.empty();
        return new Page<>(shown.stream().map(Keyed::item).toList(), next, total(sql, filters));
    }

    private long total(Sql sql, Filters filters) {
        Statement count = sql.query("select count(*) from (select 1 " + from).and("where true");
        filters.addTo(count);
        return count.and("limit " + (Page.TOTAL_EXACT_TO + 1) + ") counted")
                .first(row -> row.number(0))
                .orElse(0L);
    }

    private record Keyed<T>(Cursor cursor, T item) {}

    private record Cursor(String key, UUID tie) {

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString((key + SEPARATOR + tie).getBytes(StandardCharsets.UTF_8));
        }

        static Cursor read(String text) {
            try {
                String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int end = plain.lastIndexOf(SEPARATOR);
                if (plain.indexOf('\0') >= 0) {
                    throw Refusal.of(SharedError.MALFORMED, "field", "after");
                }
                return new Cursor(plain.substring(0, Math.max(end, 0)), UUID.fromString(plain.substring(end + 1)));
            } catch (IllegalArgumentException malformed) {
                throw Refusal.of(SharedError.MALFORMED, "field", "after");
            }
        }
    }
}
