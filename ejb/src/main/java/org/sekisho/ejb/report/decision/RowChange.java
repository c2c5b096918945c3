package org.sekisho.ejb.report.decision;

import java.util.List;
import java.util.Optional;

/**
 * A combination that two versions answer otherwise.
 *
 * @param row its number in the earlier one, from 0
 * @param values of the inputs of the earlier one, in their order
 * @param now the later one's outcome; none where it doesn't answer this combination
 */
public record RowChange(int row, List<String> values, String before, Optional<String> now) {

    public RowChange {
        values = List.copyOf(values);
    }
}
