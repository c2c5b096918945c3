package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Audience;
import org.sekisho.domain.agreement.clause.ExportClause.Format;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.release.ReleaseRow;
import org.sekisho.domain.report.release.ReleaseState;

/**
 * A release.
 *
 * @param report absent for whoever doesn't see the report
 * @param source whose it is; absent where the owner withholds that from the caller
 * @param sha256 of what leaves: what an approval names
 * @param received whether somebody of the recipient confirmed the receipt
 * @param destroyed whether somebody of the recipient confirmed the destruction
 */
public record ReleaseAnswer(
        UUID id,
        String reference,
        Optional<UUID> report,
        Optional<UUID> source,
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

    static ReleaseAnswer of(ReleaseRow row) {
        return new ReleaseAnswer(
                row.id(),
                row.reference(),
                row.reportId(),
                // Everyone knows which organisation an id is.
                row.sourceName().map(name -> row.source()),
                row.sourceName(),
                row.recipient(),
                row.recipientName(),
                row.audience(),
                row.format(),
                row.label(),
                row.state(),
                row.stateAt(),
                row.requestedAt(),
                row.sha256(),
                row.size(),
                row.received(),
                row.destroyed());
    }
}
