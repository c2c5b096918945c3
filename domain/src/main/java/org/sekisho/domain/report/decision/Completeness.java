package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether each combination of a table's inputs is answered exactly once.
 *
 * @param missing the first combinations that no row answers, in the order of the values
 * @param missingCount of all combinations
 * @param twice the first combinations that more than one row answers
 * @param twiceCount of all combinations
 */
public record Completeness(List<List<String>> missing, int missingCount, List<Answered> twice, int twiceCount) {

    /** How many of a kind are named; a page shows no more. */
    public static final int NAMED = 100;

    /** A combination and the numbers of the rows that answer it, from 0. */
    public record Answered(List<String> values, List<Integer> rows) {

        public Answered {
            values = List.copyOf(values);
            rows = List.copyOf(rows);
        }
    }

    public Completeness {
        missing = List.copyOf(missing);
        twice = List.copyOf(twice);
    }

    /** Whether nothing is missing and nothing double. */
    public boolean complete() {
        return missingCount == 0 && twiceCount == 0;
    }

    static Completeness of(DecisionTable table) {
        List<List<String>> missing = new ArrayList<>();
        List<Answered> twice = new ArrayList<>();
        int missingCount = 0;
        int twiceCount = 0;
        for (List<String> combination : combinations(table.inputs())) {
            List<Integer> rows = table.numbered(combination);
            if (rows.isEmpty()) {
                missingCount++;
                if (missing.size() < NAMED) {
                    missing.add(combination);
                }
            } else if (rows.size() > 1) {
                twiceCount++;
                if (twice.size() < NAMED) {
                    twice.add(new Answered(combination, rows));
                }
            }
        }
        return new Completeness(missing, missingCount, twice, twiceCount);
    }

    /** Every combination, the last input changing fastest. */
    static List<List<String>> combinations(List<Point> inputs) {
        List<List<String>> all = List.of(List.of());
        for (Point input : inputs) {
            List<List<String>> longer =
                    new ArrayList<>(all.size() * input.values().size());
            for (List<String> begun : all) {
                for (String value : input.keys()) {
                    List<String> more = new ArrayList<>(begun);
                    more.add(value);
                    longer.add(List.copyOf(more));
                }
            }
            all = longer;
        }
        return all;
    }
}
