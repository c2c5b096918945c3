package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.sekisho.domain.shared.Refusal;

/** What can be changed of the rows of a draft, and where an added row stands. */
class TableEditTest {

    /** The last input changes fastest. */
    private static final DecisionTable WHOLE = inOrder(DeliveredTables.escalation());

    private static DecisionTable inOrder(DecisionTable table) {
        return add(table.with(List.of()), table.rows());
    }

    @Test
    void everyMissingCombinationCanBeAddedAndTakenAwayAgain() {
        DecisionTable table = remove(WHOLE, Set.of(3, 4, 100));
        assertEquals(3, table.completeness().missingCount());
        for (List<String> combination : table.completeness().missing()) {
            table = add(table, List.of(new Row(combination, outcome(combination))));
        }
        assertEquals(WHOLE.rows(), table.rows(), "each is back in its place");
        assertEquals(
                WHOLE.rows().subList(1, WHOLE.rows().size()),
                remove(table, Set.of(0)).rows());
    }

    @Test
    void whatIsAddedLeavesTheOrderOfTheValuesReadable() {
        Point first = Point.of("first", List.of("a", "b", "c"));
        Point second = Point.of("second", List.of("x", "y", "z"));
        Point outcome = Point.of("do", List.of("wait"));
        // By how grave they are together, as SSVC sorts.
        DecisionTable table = new DecisionTable(
                "t",
                1,
                List.of(first, second),
                outcome,
                List.of(row("a", "y"), row("b", "x"), row("c", "x"), row("a", "z"), row("c", "z")));
        DecisionTable whole = add(table, List.of(row("c", "y"), row("a", "x"), row("b", "z"), row("b", "y")));
        assertTrue(whole.completeness().complete());
        for (int earlier = 0; earlier < whole.rows().size(); earlier++) {
            for (int later = earlier + 1; later < whole.rows().size(); later++) {
                Places before =
                        new Places(whole.inputs(), whole.rows().get(earlier).values());
                Places after =
                        new Places(whole.inputs(), whole.rows().get(later).values());
                assertTrue(!after.nowhereGraverThan(before), whole.rows().get(earlier) + " stands before a milder row");
            }
        }
    }

    @Test
    void anEmptyTableIsFilledInTheOrderOfItsInputs() {
        assertEquals(
                Completeness.combinations(WHOLE.inputs()),
                WHOLE.rows().stream().map(Row::values).toList());
    }

    @Test
    void rowsChangeGoAndComeInOneStep() {
        List<String> first = WHOLE.rows().get(0).values();
        DecisionTable edited = new TableEdit(Map.of(1, "NOW"), Set.of(0), List.of(new Row(first, "NOTIFY"))).of(WHOLE);
        assertEquals(new Row(first, "NOTIFY"), edited.rows().get(0));
        assertEquals("NOW", edited.rows().get(1).outcome());
        assertEquals(WHOLE.rows().size(), edited.rows().size());
    }

    @Test
    void aDoubledRowCanBeTakenAway() {
        DecisionTable doubled = WHOLE.with(IntStream.rangeClosed(0, WHOLE.rows().size())
                .mapToObj(number -> WHOLE.rows().get(number % WHOLE.rows().size()))
                .toList());
        assertEquals(1, doubled.completeness().twiceCount());
        assertTrue(remove(doubled, Set.of(WHOLE.rows().size())).completeness().complete());
    }

    @Test
    void whatIsAnsweredAlreadyIsNotAnsweredTwice() {
        Row first = WHOLE.rows().get(0);
        refused(DecisionError.ANSWERED_ALREADY, () -> add(WHOLE, List.of(first)));
        DecisionTable without = remove(WHOLE, Set.of(0));
        refused(DecisionError.ANSWERED_ALREADY, () -> add(without, List.of(first, new Row(first.values(), "NOW"))));
    }

    @Test
    void whatTheTableDoesNotKnowIsRefused() {
        DecisionTable without = remove(WHOLE, Set.of(0));
        List<String> first = WHOLE.rows().get(0).values();
        refused(DecisionError.VALUE_UNKNOWN, () -> add(without, List.of(new Row(first, "PERHAPS"))));
        refused(DecisionError.ROW_LENGTH, () -> add(without, List.of(new Row(first.subList(1, 5), "NOW"))));
        refused(
                DecisionError.VALUE_UNKNOWN,
                () -> add(without, List.of(new Row(List.of("X", "X", "X", "X", "X"), "NOW"))));
        refused(
                DecisionError.NO_SUCH_ROW,
                () -> remove(WHOLE, Set.of(WHOLE.rows().size())));
        refused(DecisionError.NO_SUCH_ROW, () -> remove(WHOLE, Set.of(-1)));
        refused(DecisionError.NO_SUCH_ROW, () -> TableEdit.ofOutcomes(Map.of(-1, "NOW"))
                .of(WHOLE));
        refused(DecisionError.TWICE, () -> new TableEdit(Map.of(0, "NOW"), Set.of(0), List.of()).of(WHOLE));
    }

    private static Row row(String first, String second) {
        return new Row(List.of(first, second), "wait");
    }

    private static String outcome(List<String> combination) {
        return WHOLE.rows().stream()
                .filter(row -> row.values().equals(combination))
                .findFirst()
                .orElseThrow()
                .outcome();
    }

    private static DecisionTable add(DecisionTable table, List<Row> rows) {
        return new TableEdit(Map.of(), Set.of(), rows).of(table);
    }

    private static DecisionTable remove(DecisionTable table, Set<Integer> rows) {
        return new TableEdit(Map.of(), rows, List.of()).of(table);
    }

    private static void refused(DecisionError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
