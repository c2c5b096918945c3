package org.sekisho.domain.shared;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One line of a CSV file (RFC 4180, section 2), safe to open in a spreadsheet: a cell that a spreadsheet would take for a formula
 * gets an apostrophe in front and is shown as the text it is. Plain numbers stay numbers.
 */
public final class CsvLine {

    /** What a UTF-8 file begins with so that spreadsheets read it as UTF-8; written once, by whoever opens the file. */
    public static final String BYTE_ORDER_MARK = "\uFEFF";

    /** RFC 4180 ends every line with CR LF, the last one too. */
    private static final String END = "\r\n";

    /**
     * What begins a formula. The full-width forms are in it because a spreadsheet with a Japanese input method takes them for
     * the narrow ones, and spaces and invisible characters before it because spreadsheets may drop them.
     */
    private static final Pattern FORMULA =
            Pattern.compile("^(?:[\\t\\r]|[\\s\\p{Z}\\p{Cf}\\p{Cc}]*[=+\\-@\\uFF1D\\uFF0B\\uFF0D\\uFF20])");

    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d{1,18}(?:\\.\\d{1,18})?");

    /** Besides what RFC 4180 asks for: separators that spreadsheets use elsewhere, the apostrophe, spaces at the ends. */
    private static final Pattern NEEDS_QUOTES = Pattern.compile("[\",;\\t\\r\\n'|]|^[\\s\\p{Z}]|[\\s\\p{Z}]$");

    private CsvLine() {}

    /**
     * The line with its CR LF.
     *
     * @param cells their {@code toString()} is written; null is an empty cell
     */
    public static String of(List<? extends @Nullable Object> cells) {
        StringBuilder line = new StringBuilder();
        try {
            write(line, cells);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return line.toString();
    }

    /** Appends the line with its CR LF; for tables that are streamed. */
    public static void write(Appendable out, List<? extends @Nullable Object> cells) throws IOException {
        String separator = "";
        for (Object cell : cells) {
            out.append(separator).append(cell(cell));
            separator = ",";
        }
        out.append(END);
    }

    private static String cell(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        String text = neutral(value.toString());
        return NEEDS_QUOTES.matcher(text).find() ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }

    private static String neutral(String text) {
        boolean formula = FORMULA.matcher(text).find() && !NUMBER.matcher(text).matches();
        return formula ? "'" + text : text;
    }
}
