package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * What somebody changes of the rows of a draft, all at once. The numbers are those that the rows have before; a row that is taken away can be
 * added again, and the other way round.
 *
 * @param outcomes what rows answer instead, by their numbers from 0
 * @param removed the numbers of rows that are taken away
 * @param added rows for combinations that none of the others answers
 */
public record TableEdit(Map<Integer, String> outcomes, Set<Integer> removed, List<Row> added) {

    public TableEdit {
        outcomes = Map.copyOf(outcomes);
        removed = Set.copyOf(removed);
        added = List.copyOf(added);
    }

    /** Other outcomes alone. */
    public static TableEdit ofOutcomes(Map<Integer, String> outcomes) {
        return new TableEdit(outcomes, Set.of(), List.of());
    }

    /** Whether it asks for nothing. */
    public boolean isEmpty() {
        return outcomes.isEmpty() && removed.isEmpty() && added.isEmpty();
    }

    /** The table with these changes. */
    DecisionTable of(DecisionTable table) {
        List<Row> left = new ArrayList<>();
        outcomes.keySet().forEach(number -> requireRow(table, number));
        removed.forEach(number -> requireRow(table, number));
        for (int number = 0; number < table.rows().size(); number++) {
            if (!removed.contains(number)) {
                Row row = table.rows().get(number);
                left.add(new Row(row.values(), outcomes.getOrDefault(number, row.outcome())));
            }
        }
        return table.with(left).plus(added);
    }

    /** A row that is both answered otherwise and taken away is somebody's mistake, and nobody knows which of the two. */
    private void requireRow(DecisionTable table, int number) {
        boolean there = number >= 0 && number < table.rows().size();
        Checks.check(there, DecisionError.NO_SUCH_ROW, Map.of("row", number));
        if (outcomes.containsKey(number) && removed.contains(number)) {
            throw new Refusal(DecisionError.TWICE, Map.of("field", "rows", "value", number));
        }
    }
}
