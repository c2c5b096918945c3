package org.sekisho.domain.party.provisioning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/**
 * The first line of a table: which column stands where.
 *
 * @param columns in the order of the table
 */
public record ImportHeader(List<ImportColumn> columns) {

    public ImportHeader {
        columns = List.copyOf(columns);
    }

    /**
     * Reads the cells of the header line. A column that isn't known is refused rather than left out: it may be a required one with
     * a slip of the pen.
     *
     * @throws Refusal with one of the {@code IMPORT_COLUMN_…} codes of {@link PartyError}
     */
    public static ImportHeader of(List<String> cells) {
        List<ImportColumn> columns = new ArrayList<>();
        for (String cell : cells) {
            Map<String, String> named = Map.of("column", shortened(cell));
            ImportColumn column =
                    ImportColumn.ofHeader(cell).orElseThrow(() -> new Refusal(PartyError.IMPORT_COLUMN_UNKNOWN, named));
            Checks.check(!columns.contains(column), PartyError.IMPORT_COLUMN_TWICE, named);
            columns.add(column);
        }
        for (ImportColumn column : ImportColumn.values()) {
            boolean there = !column.isRequired() || columns.contains(column);
            Checks.check(there, PartyError.IMPORT_COLUMN_MISSING, Map.of("column", column.header()));
        }
        return new ImportHeader(columns);
    }

    /** The cell of a column in a line; empty where the table lacks the column. */
    String cell(ImportLine line, ImportColumn column) {
        int index = columns.indexOf(column);
        return index < 0 ? "" : line.cells().get(index).strip();
    }

    private static String shortened(String cell) {
        String text = cell.strip();
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
