package org.sekisho.domain.report.severity;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipException;
import org.sekisho.domain.shared.Refusal;

/**
 * Reads EPSS as FIRST publishes it: {@code epss_scores-YYYY-MM-DD.csv.gz}, or the same unpacked. The first line names model and day, the
 * second the columns. One entry is held at a time.
 */
public final class EpssReader implements Iterator<ExploitPrediction> {

    /** Today's file unpacks to less than 15 MB. */
    public static final long LIMIT = 256L << 20;

    private static final Pattern HEAD =
            Pattern.compile("#model_version:([A-Za-z0-9._-]{1,40}),score_date:(\\d{4}-\\d{2}-\\d{2})[T0-9:.Z+-]*");
    private static final String COLUMNS = "cve,epss,percentile";
    private static final Pattern PART = Pattern.compile("[01](\\.[0-9]{1,18})?|[0-9](\\.[0-9]{1,9})?[eE]-[0-9]{1,2}");

    private final BoundedLines lines;
    private final String model;
    private final LocalDate day;
    private int entries;
    private Optional<String> next;

    /**
     * Reads the first two lines.
     *
     * @throws Refusal {@link SeverityError#LIST_MALFORMED}
     */
    public EpssReader(InputStream in) throws IOException {
        try {
            this.lines = new BoundedLines(in, LIMIT);
        } catch (ZipException | EOFException e) {
            throw Refusal.of(SeverityError.LIST_MALFORMED, "line", 1);
        }
        this.next = Optional.empty();
        Matcher head = HEAD.matcher(line().orElse(""));
        if (!head.matches()) {
            throw lines.malformed();
        }
        this.model = head.group(1);
        try {
            this.day = LocalDate.parse(head.group(2));
        } catch (DateTimeException e) {
            throw lines.malformed();
        }
        if (!line().equals(Optional.of(COLUMNS))) {
            throw lines.malformed();
        }
        this.next = line();
    }

    @Override
    public boolean hasNext() {
        return next.isPresent();
    }

    /** @throws Refusal {@link SeverityError#LIST_MALFORMED} or {@link SeverityError#LIST_TOO_LARGE} */
    @Override
    public ExploitPrediction next() {
        String line = next.orElseThrow(NoSuchElementException::new);
        ExploitPrediction entry = entry(line);
        entries++;
        try {
            next = line();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return entry;
    }

    /** Complete after the last entry. */
    public ListEdition edition() {
        return new ListEdition(model, day, entries);
    }

    private ExploitPrediction entry(String line) {
        String[] cells = line.split(",", -1);
        if (cells.length != 3
                || !PART.matcher(cells[1]).matches()
                || !PART.matcher(cells[2]).matches()) {
            throw lines.malformed();
        }
        CveId cve = CveId.find(cells[0]).orElseThrow(lines::malformed);
        try {
            return new ExploitPrediction(cve, new BigDecimal(cells[1]), new BigDecimal(cells[2]));
        } catch (IllegalArgumentException e) {
            throw lines.malformed();
        }
    }

    private Optional<String> line() throws IOException {
        try {
            return lines.next();
        } catch (ZipException | EOFException e) {
            throw lines.malformed();
        }
    }
}
