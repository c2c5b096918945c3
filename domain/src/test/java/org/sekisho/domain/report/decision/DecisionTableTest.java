package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Refusal;

class DecisionTableTest {

    private static final Point PUBLIC = Point.of("public", List.of("no", "yes"));
    private static final Point USED = Point.of("used", List.of("no", "yes"));
    private static final Point OUTCOME = Point.of("do", List.of("wait", "act", "hurry"));
    private static final List<Row> ROWS = List.of(
            new Row(List.of("no", "no"), "wait"),
            new Row(List.of("no", "yes"), "act"),
            new Row(List.of("yes", "no"), "act"),
            new Row(List.of("yes", "yes"), "hurry"));

    @Test
    void theAnswerNamesRowInputsAndVersion() {
        Evaluation answer = table(ROWS).evaluate(Map.of("public", "yes", "used", "no", "weather", "fine"));
        assertEquals(new Evaluation("sample", 3, 2, Map.of("public", "yes", "used", "no"), "act"), answer);
        assertEquals(List.of("public", "used"), List.copyOf(answer.inputs().keySet()));
    }

    @Test
    void whatIsMissingOrUnknownIsRefused() {
        DecisionTable table = table(ROWS);
        assertRefused(DecisionError.INPUT_MISSING, () -> table.evaluate(Map.of("public", "yes")));
        assertRefused(DecisionError.VALUE_UNKNOWN, () -> table.evaluate(Map.of("public", "maybe", "used", "no")));
    }

    @Test
    void completenessNamesWhatIsMissingAndWhatIsDouble() {
        List<Row> rows = new ArrayList<>(ROWS.subList(0, 3));
        rows.add(new Row(List.of("no", "yes"), "hurry"));
        DecisionTable table = table(rows);
        Completeness found = table.completeness();
        assertFalse(found.complete());
        assertEquals(List.of(List.of("yes", "yes")), found.missing());
        assertEquals(List.of(new Completeness.Answered(List.of("no", "yes"), List.of(1, 3))), found.twice());
        assertRefused(DecisionError.NOT_ONE_ROW, () -> table.evaluate(Map.of("public", "no", "used", "yes")));
        assertRefused(DecisionError.NOT_ONE_ROW, () -> table.evaluate(Map.of("public", "yes", "used", "yes")));
        assertRefused(DecisionError.INCOMPLETE, table::requireComplete);
        assertTrue(table(ROWS).completeness().complete());
    }

    @Test
    void aRowIsATestThatADoubledRowFails() {
        assertTrue(RowTests.of(table(ROWS)).stream().allMatch(RowTests.Result::passed));
        List<Row> rows = new ArrayList<>(ROWS);
        rows.add(new Row(List.of("no", "no"), "act"));
        List<RowTests.Result> results = RowTests.of(table(rows));
        assertEquals(
                List.of(0, 4),
                results.stream()
                        .filter(result -> !result.passed())
                        .map(RowTests.Result::row)
                        .toList());
        assertEquals(Optional.of(DecisionError.NOT_ONE_ROW), results.get(0).refused());
    }

    @Test
    void theRowsOfOneVersionShowWhatAnotherChanges() {
        List<Row> rows = new ArrayList<>(ROWS);
        rows.set(1, new Row(List.of("no", "yes"), "wait"));
        List<RowTests.Result> changed = RowTests.run(table(ROWS), table(rows)).stream()
                .filter(result -> !result.passed())
                .toList();
        assertEquals(1, changed.size());
        assertEquals("act", changed.get(0).expected());
        assertEquals("wait", changed.get(0).answer().orElseThrow().outcome());
    }

    @Test
    void aMilderOutcomeForAGraverInputIsFound() {
        assertEquals(List.of(), Worsening.of(table(ROWS)));
        List<Row> rows = new ArrayList<>(ROWS);
        rows.set(3, new Row(List.of("yes", "yes"), "wait"));
        assertEquals(List.of(new Worsening("public", 1, 3), new Worsening("used", 2, 3)), Worsening.of(table(rows)));
    }

    @Test
    void aTableIsBounded() {
        Point many = Point.of("many", numbers(20));
        Point more = Point.of("more", numbers(20));
        Point most = Point.of("most", numbers(20));
        assertRefused(
                DecisionError.TOO_MANY, () -> new DecisionTable("t", 1, List.of(many, more, most), OUTCOME, List.of()));
        assertRefused(DecisionError.TOO_MANY, () -> Point.of("x", numbers(21)));
        assertRefused(DecisionError.TWICE, () -> Point.of("x", List.of("a", "a")));
        assertRefused(DecisionError.TWICE, () -> new DecisionTable("t", 1, List.of(USED, USED), OUTCOME, List.of()));
        assertRefused(DecisionError.TOO_FEW, () -> new DecisionTable("t", 1, List.of(), OUTCOME, List.of()));
        assertRefused(
                DecisionError.CODE_MALFORMED, () -> new DecisionTable("T!", 1, List.of(USED), OUTCOME, List.of()));
        assertRefused(DecisionError.ROW_LENGTH, () -> table(List.of(new Row(List.of("no"), "wait"))));
        assertRefused(DecisionError.VALUE_UNKNOWN, () -> table(List.of(new Row(List.of("no", "no"), "dance"))));
    }

    private static List<String> numbers(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static DecisionTable table(List<Row> rows) {
        return new DecisionTable("sample", 3, List.of(PUBLIC, USED), OUTCOME, rows);
    }

    private static void assertRefused(DecisionError code, org.junit.jupiter.api.function.Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
