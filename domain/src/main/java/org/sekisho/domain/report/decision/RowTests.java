package org.sekisho.domain.report.decision;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.shared.ErrorCode;
import org.sekisho.domain.shared.Refusal;

/**
 * The tests that a table carries in itself: each row says what the table must answer to its combination. They are asked of the table in force
 * that they are to hold for, so that a new version shows row by row what it changes.
 */
public final class RowTests {

    /**
     * What became of one row.
     *
     * @param row its number in the table that the tests come from
     * @param expected the outcome that the row states
     * @param answer the table's; none where it refused to answer
     * @param refused why it didn't answer
     */
    public record Result(int row, String expected, Optional<Evaluation> answer, Optional<ErrorCode> refused) {

        /** Whether the table answered what the row says. */
        public boolean passed() {
            return answer.filter(given -> given.outcome().equals(expected)).isPresent();
        }
    }

    private RowTests() {}

    /** Every row of a table, asked of the table itself. */
    public static List<Result> of(DecisionTable table) {
        return run(table, table);
    }

    /** Every row of one table, asked of another that has the same inputs. */
    public static List<Result> run(DecisionTable tests, DecisionTable asked) {
        List<Result> results = new ArrayList<>();
        for (int number = 0; number < tests.rows().size(); number++) {
            Row row = tests.rows().get(number);
            results.add(result(number, row, given(tests, row), asked));
        }
        return List.copyOf(results);
    }

    private static Result result(int number, Row row, Map<String, String> given, DecisionTable asked) {
        try {
            return new Result(number, row.outcome(), Optional.of(asked.evaluate(given)), Optional.empty());
        } catch (Refusal refusal) {
            return new Result(number, row.outcome(), Optional.empty(), Optional.of(refusal.code()));
        }
    }

    private static Map<String, String> given(DecisionTable table, Row row) {
        Map<String, String> given = new LinkedHashMap<>();
        for (int place = 0; place < table.inputs().size(); place++) {
            given.put(table.inputs().get(place).key(), row.values().get(place));
        }
        return given;
    }
}
