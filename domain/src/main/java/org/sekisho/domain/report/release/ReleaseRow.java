package org.sekisho.domain.report.release;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.reading.ReportRow;

/**
 * A release as a list shows it.
 *
 * @param report number of the report; empty for whoever doesn't see the report
 * @param sourceName whose it is; empty where the owner withholds its name from the reader
 * @param received whether somebody of the recipient confirmed the receipt
 * @param destroyed whether somebody of the recipient confirmed the destruction
 */
public record ReleaseRow(
        UUID id,
        Optional<UUID> reportId,
        Optional<Integer> report,
        UUID source,
        Optional<String> sourceName,
        UUID recipient,
        String recipientName,
        Audience audience,
        Format format,
        Tlp label,
        ReleaseState state,
        Instant stateAt,
        Instant requestedAt,
        String sha256,
        int size,
        boolean received,
        boolean destroyed) {

    /** What people call the report; empty for whoever doesn't see it. */
    public Optional<String> reportReference() {
        return report.map(ReportRow::reference);
    }

    /** What people call it. */
    public String reference() {
        return "REL-" + id.toString().substring(28).toUpperCase(Locale.ROOT);
    }
}
