package org.sekisho.domain.party.provisioning;

import java.util.List;

/**
 * One parsed line of a table of people.
 *
 * @param number the line of the file on which it begins; the header is line 1
 * @param cells as they stand in the file, without quotes
 */
public record ImportLine(int number, List<String> cells) {

    public ImportLine {
        cells = List.copyOf(cells);
    }
}
