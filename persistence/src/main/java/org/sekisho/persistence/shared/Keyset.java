package org.sekisho.persistence.shared;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.persistence.shared.Sql.Row;
import org.sekisho.persistence.shared.Sql.Statement;

/**
 * Pages a native query by the key of the last row that was shown: the hundredth page costs what the first does. Sorts are named here
 * by the program; what a reader asks for is only looked up.
 */
public final class Keyset {

    private static final int PARTS = 4;
    private static final String AFTER_KEY = "cast(:afterKey as text)";
    private static final String FIRST_ID = "00000000-0000-0000-0000-000000000000";
    private static final String LAST_ID = "ffffffff-ffff-ffff-ffff-ffffffffffff";

    private final String id;
    private final Sort usual;
    private final Map<String, Sort> sorts;
    private final int exactTo;

    /**
     * A way to sort.
     *
     * @param expression in SQL, never null in a row
     * @param type of the expression, for reading the cursor back: {@code text}, {@code timestamptz}
     * @param descending whether a list in this order of its own goes downward; who names a sort says the direction too
     * @param groups how rows are read group by group, where the expression is what a group shares
     */
    public record Sort(String expression, String type, boolean descending, Optional<Groups> groups) {

        /** A sort by something of the row's own. */
        public Sort(String expression, String type, boolean descending) {
            this(expression, type, descending, Optional.empty());
        }

        /** Upward by a text. */
        public static Sort text(String expression) {
            return new Sort(expression, "text", false);
        }

        /** Upward by a text that many rows share. */
        public static Sort grouped(String expression, Groups groups) {
            return new Sort(expression, "text", false, Optional.of(groups));
        }

        /** The latest first. */
        public static Sort latest(String expression) {
            return new Sort(expression, "timestamptz", true);
        }
    }

    /**
     * How rows are read in the order of what many of them share, such as the name of an organisation: of each group in turn no more than a page
     * holds, by an index of its own. Joined first and put in order then, all rows of a group would be read.
     *
     * @param groups from the word {@code from} on, with the expression that is sorted by
     * @param members a query of the rows of one group, with a condition at its end
     * @param name of the members, as the columns that are selected have it
     * @param beside what else is joined, to the members
     */
    public record Groups(String groups, String members, String name, String beside) {}

    /**
     * @param id the column that tells rows of the same key apart, of type uuid
     * @param usual the list's own order
     * @param sorts the orders that may be asked for, by name
     */
    public Keyset(String id, Sort usual, Map<String, Sort> sorts) {
        this(id, usual, sorts, Page.TOTAL_EXACT_TO);
    }

    /** @param exactTo how far the total is counted, for a list of which each row is dear to count */
    public Keyset(String id, Sort usual, Map<String, Sort> sorts, int exactTo) {
        this.id = id;
        this.usual = usual;
        this.sorts = Map.copyOf(sorts);
        this.exactTo = exactTo;
    }

    /**
     * Reads one page and the total.
     *
     * @param sql of the running transaction
     * @param columns what is selected
     * @param source from the word {@code from} on, with a condition at its end
     * @param filter sets parameters and adds conditions that begin with {@code and}
     * @throws Refusal with {@link SharedError#MALFORMED} for an unknown sort or a cursor of another list
     */
    public <T> Page<T> page(
            Sql sql,
            String columns,
            String source,
            Function<Statement, Statement> filter,
            PageRequest request,
            Function<Row, T> each) {
        return page(sql, columns, source, filter, filter, request, each);
    }

    /** Reads one page and the total, which is counted by a filter of its own: it lets the same rows through, as far as they are counted. */
    public <T> Page<T> page(
            Sql sql,
            String columns,
            String source,
            Function<Statement, Statement> filter,
            Function<Statement, Statement> counted,
            PageRequest request,
            Function<Row, T> each) {
        Sort sort = sort(request);
        boolean descending =
                request.sort().isPresent() ? request.descending() : sort.descending() != request.descending();
        String direction = descending ? " desc" : "";
        String limit = " limit " + (request.size() + 1);
        String selected = "select cast(" + sort.expression() + " as text), cast(" + id + " as text), " + columns + " ";
        Optional<Cursor> after = request.after().map(cursor -> cursor(request, cursor));
        Statement rows;
        if (sort.groups().isPresent()) {
            Groups groups = sort.groups().get();
            rows = filter.apply(
                    sql.query(selected + groups.groups() + " cross join lateral (" + groups.members() + " "));
            after.ifPresent(cursor -> afterMember(rows, sort, descending, cursor));
            rows.and("order by " + id + direction + limit + ") " + groups.name() + " " + groups.beside());
            after.ifPresent(
                    cursor -> rows.and("where " + sort.expression() + (descending ? " <= " : " >= ") + AFTER_KEY));
        } else {
            rows = filter.apply(sql.query(selected + source));
            after.ifPresent(cursor -> after(rows, sort, descending, cursor));
        }
        rows.and("order by " + sort.expression() + direction + ", " + id + direction + limit);
        List<Keyed<T>> found = rows.list(row -> new Keyed<>(row.text(0), row.text(1), each.apply(row.from(2))));
        boolean more = found.size() > request.size();
        List<Keyed<T>> shown = more ? found.subList(0, request.size()) : found;
        Optional<String> next = more ? Optional.of(cursor(request, shown.get(shown.size() - 1))) : Optional.empty();
        return new Page<>(
                shown.stream().map(Keyed::value).toList(), next, total(sql, source, counted, request, found), exactTo);
    }

    private record Keyed<T>(String key, String id, T value) {}

    private Sort sort(PageRequest request) {
        if (request.sort().isEmpty()) {
            return usual;
        }
        Sort sort = sorts.get(request.sort().get());
        if (sort == null) {
            throw Refusal.of(SharedError.MALFORMED, "field", "sort");
        }
        return sort;
    }

    private record Cursor(String key, String id) {}

    private static Cursor cursor(PageRequest request, String cursor) {
        String[] parts = parts(cursor);
        boolean same = parts.length == PARTS
                && parts[0].equals(name(request))
                && parts[1].equals(String.valueOf(request.descending()));
        if (!same) {
            throw Refusal.of(SharedError.MALFORMED, "field", "after");
        }
        return new Cursor(parts[3], parts[2]);
    }

    private void after(Statement rows, Sort sort, boolean descending, Cursor cursor) {
        rows.and("and (" + sort.expression() + ", " + id + ")" + (descending ? " < " : " > ") + "(cast(:afterKey as "
                        + sort.type() + "), cast(:afterId as uuid))")
                .with("afterKey", cursor.key())
                .with("afterId", cursor.id());
    }

    /** Of the group that was being shown, what comes behind the cursor; of the others all, and in words that an index understands. */
    private void afterMember(Statement rows, Sort sort, boolean descending, Cursor cursor) {
        rows.and("and " + id + (descending ? " < " : " > ") + "case when " + sort.expression() + " = " + AFTER_KEY
                        + " then cast(:afterId as uuid) else cast('" + (descending ? LAST_ID : FIRST_ID)
                        + "' as uuid) end")
                .with("afterKey", cursor.key())
                .with("afterId", cursor.id());
    }

    /** A first page that isn't full tells the total by itself. */
    private <T> long total(
            Sql sql, String source, Function<Statement, Statement> filter, PageRequest request, List<Keyed<T>> found) {
        if (request.after().isEmpty() && found.size() <= request.size()) {
            return found.size();
        }
        return filter.apply(sql.query("select count(*) from (select 1 " + source))
                .and("limit " + (exactTo + 1) + ") counted")
                .first(row -> row.number(0))
                .orElse(0L);
    }

    private static String name(PageRequest request) {
        return request.sort().orElse("");
    }

    private static String cursor(PageRequest request, Keyed<?> last) {
        String text = String.join("|", name(request), String.valueOf(request.descending()), last.id(), last.key());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String[] parts(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            return new String(bytes, StandardCharsets.UTF_8).split("\\|", PARTS);
        } catch (IllegalArgumentException other) {
            return new String[0];
        }
    }

    /** A part of a text, for {@code like}: what has a meaning there is taken as it stands. */
    public static String containing(String text) {
        List<String> escaped = new ArrayList<>();
        text.strip().codePoints().forEach(each -> {
            String character = Character.toString(each);
            escaped.add("%_\\".contains(character) ? "\\" + character : character);
        });
        return "%" + String.join("", escaped) + "%";
    }
}
