package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.List;

/**
 * Two rows of which the one with the graver input has the milder outcome. A table that is made on purpose has none.
 *
 * @param input the one input in which the rows differ
 * @param lesser the number of the row with the less grave input, from 0
 * @param graver the number of the row with the next graver one
 */
public record Worsening(String input, int lesser, int graver) {

    /** All of a table. Neighbours are enough: where no step to the next value makes the outcome milder, no longer way does. */
    public static List<Worsening> of(DecisionTable table) {
        List<Worsening> found = new ArrayList<>();
        for (int number = 0; number < table.rows().size(); number++) {
            for (int place = 0; place < table.inputs().size(); place++) {
                addWhereMilder(found, table, number, place);
            }
        }
        return List.copyOf(found);
    }

    private static void addWhereMilder(List<Worsening> found, DecisionTable table, int number, int place) {
        Row row = table.rows().get(number);
        Point input = table.inputs().get(place);
        int next = input.place(row.values().get(place)) + 1;
        if (next == input.values().size()) {
            return;
        }
        List<String> graver = new ArrayList<>(row.values());
        graver.set(place, input.values().get(next).key());
        for (int other : table.numbered(List.copyOf(graver))) {
            String milder = table.rows().get(other).outcome();
            if (table.outcome().place(milder) < table.outcome().place(row.outcome())) {
                found.add(new Worsening(input.key(), number, other));
            }
        }
    }
}
