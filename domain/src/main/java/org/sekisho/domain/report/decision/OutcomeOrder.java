package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.shared.Refusal;

/**
 * The order of outcomes as the rows tell it: one is milder than another where some row that has it is nowhere graver than a row that has the
 * other. Rows that contradict each other tell no order.
 */
final class OutcomeOrder {

    private final DecisionTable table;
    private final List<Places> places;
    private final Map<String, Set<String>> milder = new HashMap<>();

    private OutcomeOrder(DecisionTable table) {
        this.table = table;
        this.places = table.rows().stream()
                .map(row -> new Places(table.inputs(), row.values()))
                .toList();
    }

    /** From the mildest on; of outcomes that the rows don't compare the one that appears first. */
    static List<String> of(DecisionTable table) {
        return new OutcomeOrder(table).order();
    }

    private List<String> order() {
        compare();
        Set<String> left = new LinkedHashSet<>(table.outcome().keys());
        List<String> order = new ArrayList<>();
        while (!left.isEmpty()) {
            String next = left.stream()
                    .filter(each -> milder.getOrDefault(each, Set.of()).stream().noneMatch(left::contains))
                    .findFirst()
                    .orElseThrow(() -> unclear(left));
            left.remove(next);
            order.add(next);
        }
        return order;
    }

    private void compare() {
        for (int one = 0; one < places.size(); one++) {
            String outcome = table.rows().get(one).outcome();
            for (int other = 0; other < places.size(); other++) {
                String graver = table.rows().get(other).outcome();
                if (!outcome.equals(graver) && places.get(one).nowhereGraverThan(places.get(other))) {
                    milder.computeIfAbsent(graver, key -> new LinkedHashSet<>()).add(outcome);
                }
            }
        }
    }

    private static Refusal unclear(Set<String> left) {
        List<String> two = left.stream().limit(2).toList();
        return new Refusal(
                DecisionError.ORDER_UNCLEAR, Map.of("milder", two.get(0), "graver", two.get(two.size() - 1)));
    }
}
