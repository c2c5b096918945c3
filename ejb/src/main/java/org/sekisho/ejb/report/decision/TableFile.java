package org.sekisho.ejb.report.decision;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sekisho.domain.report.decision.DecisionError;
import org.sekisho.domain.report.decision.DecisionTable;
import org.sekisho.domain.report.decision.SsvcJson;
import org.sekisho.domain.report.decision.TableLine;
import org.sekisho.domain.report.decision.TableLines;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

/** The bytes of an uploaded decision table: JSON where they begin with a brace, else CSV (RFC 4180) in UTF-8. */
final class TableFile {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private TableFile() {}

    /** Reads a table; for the parameters see {@link TableLines#read}. */
    static DecisionTable read(
            String code, int version, byte[] bytes, Optional<DecisionTable> before, List<String> order) {
        return isJson(bytes)
                ? SsvcJson.read(code, version, bytes)
                : TableLines.read(code, version, lines(bytes), before, order);
    }

    private static boolean isJson(byte[] bytes) {
        for (byte each : bytes) {
            if (!Character.isWhitespace(each)) {
                return each == '{';
            }
        }
        return false;
    }

    /** The lines of a file in CSV. */
    static List<TableLine> lines(byte[] bytes) {
        Checks.check(
                bytes.length <= TableLines.MOST_BYTES, DecisionError.TOO_LARGE, Map.of("limit", TableLines.MOST_BYTES));
        List<TableLine> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text(bytes)), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            // The parser reads a record ahead, so that its line is asked for before.
            for (long line = 1; lines.size() < TableLines.MOST_LINES && hasNext(records, parser); ) {
                lines.add(new TableLine(
                        Math.toIntExact(line), List.of(records.next().values())));
                line = parser.getCurrentLineNumber() + 1;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }

    private static String text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw Refusal.of(DecisionError.LINE_MALFORMED, "line", 1);
        }
    }

    private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw Refusal.of(DecisionError.LINE_MALFORMED, "line", parser.getCurrentLineNumber() + 1);
        }
    }
}
