package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * One version of a decision table. Its rows keep the order and the numbers of their source. A table may be incomplete while somebody works on
 * it; {@link Completeness} says so, and whatever isn't answered by exactly one row is never answered by a guess.
 */
public final class DecisionTable {

    /** The most inputs: beyond that nobody reads a table any more. */
    public static final int INPUT_LIMIT = 10;

    /** The most combinations of the inputs' values, and so the most rows. */
    public static final int ROW_LIMIT = 5_000;

    private static final Pattern CODE = Pattern.compile("[a-z0-9](?:[a-z0-9._-]{0,62}[a-z0-9])?");

    private final String code;
    private final int version;
    private final List<Point> inputs;
    private final Point outcome;
    private final List<Row> rows;
    private final Map<List<String>, List<Integer>> numbers;

    /** @param code as an agreement's clause names it */
    public DecisionTable(String code, int version, List<Point> inputs, Point outcome, List<Row> rows) {
        this.code = requireCode(code);
        this.version = version;
        this.inputs = List.copyOf(inputs);
        this.outcome = outcome;
        this.rows = List.copyOf(rows);
        if (version < 1) {
            throw new IllegalArgumentException("Versions begin with 1: " + version);
        }
        requireInputs();
        limit("rows", rows.size(), ROW_LIMIT);
        this.numbers = new HashMap<>();
        for (int number = 0; number < rows.size(); number++) {
            requireRow(number);
            numbers.computeIfAbsent(rows.get(number).values(), key -> new ArrayList<>(1))
                    .add(number);
        }
    }

    /** Refuses a code that no clause could name. */
    public static String requireCode(@Nullable String code) {
        String text = Checks.requireText(code, "code", 64);
        Checks.check(CODE.matcher(text).matches(), DecisionError.CODE_MALFORMED, Map.of("field", "code"));
        return text;
    }

    private void requireInputs() {
        if (inputs.isEmpty()) {
            throw new Refusal(DecisionError.TOO_FEW, Map.of("field", "inputs", "least", 1));
        }
        limit("inputs", inputs.size(), INPUT_LIMIT);
        Set<String> seen = new HashSet<>();
        long combinations = 1;
        for (Point input : inputs) {
            if (!seen.add(input.key())) {
                throw new Refusal(DecisionError.TWICE, Map.of("field", "inputs", "value", input.key()));
            }
            combinations *= input.values().size();
            limit("combinations", combinations, ROW_LIMIT);
        }
    }

    private static void limit(String field, long size, int limit) {
        Checks.check(size <= limit, DecisionError.TOO_MANY, Map.of("field", field, "limit", limit));
    }

    private void requireRow(int number) {
        Row row = rows.get(number);
        Checks.check(row.values().size() == inputs.size(), DecisionError.ROW_LENGTH, Map.of("row", number));
        for (int place = 0; place < inputs.size(); place++) {
            inputs.get(place).place(row.values().get(place));
        }
        outcome.place(row.outcome());
    }

    /**
     * The answer for these values.
     *
     * @param given by the keys of the inputs; what the table doesn't ask for is left out of the answer
     */
    public Evaluation evaluate(Map<String, String> given) {
        Map<String, String> asked = new LinkedHashMap<>();
        for (Point input : inputs) {
            String value = given.get(input.key());
            if (value == null) {
                throw Refusal.of(DecisionError.INPUT_MISSING, "input", input.key());
            }
            input.place(value);
            asked.put(input.key(), value);
        }
        List<Integer> found = numbered(List.copyOf(asked.values()));
        if (found.size() != 1) {
            throw new Refusal(DecisionError.NOT_ONE_ROW, Map.of("table", code, "rows", found.size()));
        }
        int row = found.get(0);
        return new Evaluation(code, version, row, asked, rows.get(row).outcome());
    }

    /** The numbers of the rows that answer a combination. */
    List<Integer> numbered(List<String> combination) {
        return numbers.getOrDefault(combination, List.of());
    }

    /** Which combinations aren't answered exactly once. */
    public Completeness completeness() {
        return Completeness.of(this);
    }

    /** Refuses a table that leaves a combination unanswered, or answers one twice. */
    public DecisionTable requireComplete() {
        Completeness found = completeness();
        Checks.check(
                found.complete(),
                DecisionError.INCOMPLETE,
                Map.of("missing", found.missingCount(), "twice", found.twiceCount()));
        return this;
    }

    /** The same rows under another number. */
    public DecisionTable as(String otherCode, int otherVersion) {
        return new DecisionTable(otherCode, otherVersion, inputs, outcome, rows);
    }

    /** The same questions and answers with other rows. */
    public DecisionTable with(Collection<Row> others) {
        return new DecisionTable(code, version, inputs, outcome, List.copyOf(others));
    }

    /**
     * The same with more rows, for combinations that no row answers. Each comes behind all that are milder and before all that are graver, as far
     * as the rows are in such an order: a file of them tells the order of the values then. Among the others, the last input changes fastest.
     */
    DecisionTable plus(List<Row> added) {
        limit("rows", (long) rows.size() + added.size(), ROW_LIMIT);
        List<Row> all = new ArrayList<>(rows);
        List<Places> places = new ArrayList<>();
        rows.forEach(row -> places.add(new Places(inputs, row.values())));
        Set<List<String>> answered = new HashSet<>(numbers.keySet());
        for (int each = 0; each < added.size(); each++) {
            Row row = added.get(each);
            Checks.check(row.values().size() == inputs.size(), DecisionError.ROW_LENGTH, Map.of("row", each));
            Places place = new Places(inputs, row.values());
            if (!answered.add(row.values())) {
                throw Refusal.of(DecisionError.ANSWERED_ALREADY, "values", String.join(", ", row.values()));
            }
            int number = number(place, places);
            all.add(number, row);
            places.add(number, place);
        }
        return with(all);
    }

    private static int number(Places added, List<Places> places) {
        int from = 0;
        int until = places.size();
        for (int number = places.size() - 1; number >= 0; number--) {
            if (from == 0 && places.get(number).nowhereGraverThan(added)) {
                from = number + 1;
            }
            if (added.nowhereGraverThan(places.get(number))) {
                until = number;
            }
        }
        int number = from;
        while (number < until && places.get(number).before(added)) {
            number++;
        }
        return number;
    }

    public String code() {
        return code;
    }

    /** From 1. */
    public int version() {
        return version;
    }

    public List<Point> inputs() {
        return inputs;
    }

    public Point outcome() {
        return outcome;
    }

    /** In the order of their numbers, from 0. */
    public List<Row> rows() {
        return rows;
    }
}
