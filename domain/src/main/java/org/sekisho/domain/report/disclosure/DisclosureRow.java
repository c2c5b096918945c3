package org.sekisho.domain.report.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A disclosure case as a list shows it.
 *
 * @param reference the report's number within its organisation, as people say it
 * @param product empty where the reader may not know what it is about
 * @param jvn empty until it has a number there
 * @param shown whether designated authorities read it
 */
public record DisclosureRow(
        UUID id,
        UUID report,
        String reference,
        Optional<String> product,
        UUID organisation,
        String organisationName,
        UUID agreement,
        DisclosureState state,
        Instant since,
        Instant openedAt,
        String jvn,
        List<String> cves,
        Optional<LocalDate> publishOn,
        boolean shown) {

    public DisclosureRow {
        cves = List.copyOf(cves);
    }

    /** The same row with the product. */
    public DisclosureRow about(Optional<String> read) {
        return new DisclosureRow(
                id,
                report,
                reference,
                read,
                organisation,
                organisationName,
                agreement,
                state,
                since,
                openedAt,
                jvn,
                cves,
                publishOn,
                shown);
    }
}
