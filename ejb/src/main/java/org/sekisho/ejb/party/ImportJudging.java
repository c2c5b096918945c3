package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.provisioning.ImportColumn;
import org.sekisho.domain.party.provisioning.ImportFile;
import org.sekisho.domain.party.provisioning.ImportHeader;
import org.sekisho.domain.party.provisioning.ImportLine;
import org.sekisho.domain.party.provisioning.LineOutcome;
import org.sekisho.domain.party.provisioning.PeopleImport;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.ejb.shared.CurrentAct;

/** Reads a table of people as CSV (RFC 4180) and judges its lines. */
@ApplicationScoped
class ImportJudging {

    /** Line breaks as RFC 4180 has them or not; lines without a character are no lines. */
    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setIgnoreEmptyLines(true).get();

    @Inject
    private ImportReading reading;

    @Inject
    private CurrentAct act;

    /** The text of an upload, bounded in bytes. */
    String read(InputStream upload) {
        try {
            return ImportFile.text(upload);
        } catch (IOException broken) {
            throw Refusal.of(SharedError.MALFORMED, "field", "file");
        }
    }

    /** Judges every line of a table. */
    JudgedTable judge(String text) {
        List<ImportLine> table = parse(text);
        ImportHeader header =
                ImportHeader.of(table.isEmpty() ? List.of() : table.get(0).cells());
        List<ImportLine> below = table.subList(1, table.size());
        ImportFacts facts = reading.about(addresses(header, below));
        PeopleImport judge = new PeopleImport(header, facts, act.actor());
        List<LineOutcome> lines = new ArrayList<>(below.size());
        below.forEach(line -> lines.add(judge.judge(line)));
        judge.requireLines();
        return new JudgedTable(lines, judge, facts);
    }

    private static List<ImportLine> parse(String text) {
        List<ImportLine> lines = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(new StringReader(text), FORMAT)) {
            Iterator<CSVRecord> records = parser.iterator();
            // One line too many is enough to be refused.
            while (lines.size() <= PeopleImport.MOST_LINES + 1 && hasNext(records, parser)) {
                CSVRecord record = records.next();
                lines.add(new ImportLine(firstLine(record, parser), List.of(record.values())));
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return lines;
    }

    private static boolean hasNext(Iterator<CSVRecord> records, CSVParser parser) {
        try {
            return records.hasNext();
        } catch (UncheckedIOException | IllegalStateException malformed) {
            throw Refusal.of(PartyError.IMPORT_UNREADABLE, "line", parser.getCurrentLineNumber() + 1);
        }
    }

    /** The parser tells where a record ends; a quoted cell may span lines. */
    private static int firstLine(CSVRecord record, CSVParser parser) {
        long breaks = record.stream()
                .mapToLong(cell -> cell.replace("\r\n", "\n")
                        .chars()
                        .filter(each -> each == '\n' || each == '\r')
                        .count())
                .sum();
        return Math.toIntExact(parser.getCurrentLineNumber() - breaks);
    }

    /** What can be looked up ahead; what is no address is judged later. */
    private static Set<EmailAddress> addresses(ImportHeader header, List<ImportLine> lines) {
        int column = header.columns().indexOf(ImportColumn.EMAIL);
        Set<EmailAddress> addresses = new LinkedHashSet<>();
        for (ImportLine line : lines) {
            if (column < line.cells().size()) {
                address(line.cells().get(column)).ifPresent(addresses::add);
            }
        }
        return addresses;
    }

    private static Optional<EmailAddress> address(String cell) {
        try {
            return Optional.of(EmailAddress.of(cell));
        } catch (Refusal malformed) {
            return Optional.empty();
        }
    }
}
