package org.sekisho.domain.report.decision;

import java.util.List;

/**
 * One line of a table: a combination, and what is done.
 *
 * @param values one key for each input, in the order of the inputs
 * @param outcome a key of the table's outcome
 */
public record Row(List<String> values, String outcome) {

    public Row {
        values = List.copyOf(values);
    }
}
