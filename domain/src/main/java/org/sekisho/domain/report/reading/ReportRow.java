package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportState;

/**
 * A report as a list shows it.
 *
 * @param reference its number within the organisation, as people say it: RPT-0412
 * @param title empty where the reader sees that there is a report, and not what it says
 * @param since when it reached its state
 * @param revision id of the present revision
 * @param revisionNumber from 1
 * @param turn whose move it is in the review; empty where none runs
 * @param due when the clock of the open stage runs out, or the deferral ends
 */
public record ReportRow(
        UUID id,
        String reference,
        Optional<String> title,
        UUID agreement,
        String agreementNumber,
        UUID organisation,
        String organisationName,
        Tlp label,
        RiskTier tier,
        ReportState state,
        Instant since,
        Instant receivedAt,
        UUID revision,
        int revisionNumber,
        Optional<Side> turn,
        Optional<Instant> due) {

    private static final Pattern SAID = Pattern.compile("(?:RPT-)?(\\d{1,9})");

    /** The number as people say it. */
    public static String reference(long number) {
        return String.format(Locale.ROOT, "RPT-%04d", number);
    }

    /** The number in what people say: {@code RPT-0412}, {@code 412}. */
    public static Optional<Integer> number(String said) {
        Matcher number = SAID.matcher(said.strip().toUpperCase(Locale.ROOT));
        return number.matches() ? Optional.of(Integer.parseInt(number.group(1))) : Optional.empty();
    }

    /** The same row with what the report is called. */
    public ReportRow titled(Optional<String> read) {
        return new ReportRow(
                id,
                reference,
                read,
                agreement,
                agreementNumber,
                organisation,
                organisationName,
                label,
                tier,
                state,
                since,
                receivedAt,
                revision,
                revisionNumber,
                turn,
                due);
    }
}
