package org.sekisho.domain.report.decision;

import java.util.List;

/**
 * One parsed line of a table in CSV.
 *
 * @param number the line of the file on which it begins; the header is line 1
 * @param cells as they stand in the file, without quotes
 */
public record TableLine(int number, List<String> cells) {

    public TableLine {
        cells = List.copyOf(cells);
    }
}
