package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * A table from the lines of a CSV file, as CERT/CC publishes the tables of SSVC: a header, a column with the row's number from 0, which may be
 * left out, one column for each input, and the outcome last. The format doesn't say which value is the graver. SSVC sorts the rows so that no
 * row stands before one that is milder in every input; the values of an input therefore first appear in their order. Outcomes don't, so their
 * order is stated, or follows from the rows.
 */
public final class TableLines {

    /** The most bytes of a file. */
    public static final int MOST_BYTES = 2 * 1024 * 1024;

    /** The most lines that are parsed: the header, the rows, and one that is too many. */
    public static final int MOST_LINES = DecisionTable.ROW_LIMIT + 2;

    private static final String ROW_COLUMN = "row";

    private final boolean numbered;
    private final List<String> names;
    private final List<TableLine> lines;

    private TableLines(TableLine header, List<TableLine> lines) {
        this.numbered = header.cells().get(0).strip().equalsIgnoreCase(ROW_COLUMN);
        this.names = header.cells().subList(numbered ? 1 : 0, header.cells().size()).stream()
                .map(String::strip)
                .toList();
        this.lines = lines;
    }

    /**
     * Reads a table.
     *
     * @param before the version before, whose order of values is kept where an input has the same values
     * @param order the outcomes from the mildest on; empty where the order is to follow from the rows
     */
    public static DecisionTable read(
            String code, int version, List<TableLine> lines, Optional<DecisionTable> before, List<String> order) {
        Checks.check(lines.size() > 1, DecisionError.EMPTY);
        TableLine header = lines.get(0);
        Checks.check(header.cells().size() > 1, DecisionError.LINE_MALFORMED, Map.of("line", header.number()));
        return new TableLines(header, lines.subList(1, lines.size())).table(code, version, before, order);
    }

    private DecisionTable table(String code, int version, Optional<DecisionTable> before, List<String> order) {
        List<Row> rows = rows();
        int last = names.size() - 1;
        List<Point> inputs = new ArrayList<>();
        for (int place = 0; place < last; place++) {
            int column = place;
            Set<String> seen =
                    appearing(rows.stream().map(row -> row.values().get(column)).toList());
            inputs.add(known(before, names.get(place), seen)
                    .orElseGet(() -> Point.of(names.get(column), List.copyOf(seen))));
        }
        Set<String> outcomes = appearing(rows.stream().map(Row::outcome).toList());
        Point unordered = Point.of(names.get(last), List.copyOf(outcomes));
        DecisionTable table = new DecisionTable(code, version, inputs, unordered, rows);
        Optional<Point> kept = before.map(DecisionTable::outcome)
                .filter(point -> order.isEmpty()
                        && point.key().equals(names.get(last))
                        && point.keys().containsAll(outcomes));
        Point outcome = kept.orElseGet(
                () -> Point.of(names.get(last), order.isEmpty() ? OutcomeOrder.of(table) : stated(order, outcomes)));
        return new DecisionTable(code, version, inputs, outcome, rows);
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>(lines.size());
        int expected = names.size() + (numbered ? 1 : 0);
        for (TableLine line : lines) {
            int found = line.cells().size();
            Checks.check(
                    found == expected,
                    DecisionError.LINE_CELLS,
                    Map.of("line", line.number(), "expected", expected, "found", found));
            List<String> cells = line.cells().stream().map(String::strip).toList();
            if (cells.stream().anyMatch(each -> each.isEmpty() || each.length() > Point.KEY_LIMIT)) {
                throw Refusal.of(DecisionError.LINE_MALFORMED, "line", line.number());
            }
            if (numbered) {
                boolean next = cells.get(0).equals(String.valueOf(rows.size()));
                Checks.check(next, DecisionError.LINE_NUMBER, Map.of("line", line.number()));
                cells = cells.subList(1, cells.size());
            }
            rows.add(new Row(cells.subList(0, cells.size() - 1), cells.get(cells.size() - 1)));
        }
        return rows;
    }

    private static Set<String> appearing(List<String> values) {
        return new LinkedHashSet<>(values);
    }

    private static Optional<Point> known(Optional<DecisionTable> before, String key, Set<String> seen) {
        return before.stream()
                .flatMap(table -> table.inputs().stream())
                .filter(point -> point.key().equals(key) && point.keys().containsAll(seen))
                .findFirst();
    }

    private static List<String> stated(List<String> order, Set<String> outcomes) {
        for (String each : order) {
            Checks.check(outcomes.contains(each), DecisionError.ORDER_UNFIT, Map.of("value", each));
        }
        for (String each : outcomes) {
            Checks.check(order.contains(each), DecisionError.ORDER_UNFIT, Map.of("value", each));
        }
        return order;
    }

    /** The lines of a table, in the form in which {@link #read} takes them. */
    public static List<List<Object>> write(DecisionTable table) {
        List<List<Object>> lines = new ArrayList<>();
        List<Object> header = new ArrayList<>();
        header.add(ROW_COLUMN);
        table.inputs().forEach(input -> header.add(input.key()));
        header.add(table.outcome().key());
        lines.add(header);
        for (Row row : table.rows()) {
            List<Object> cells = new ArrayList<>();
            cells.add(lines.size() - 1);
            cells.addAll(row.values());
            cells.add(row.outcome());
            lines.add(cells);
        }
        return lines;
    }
}
