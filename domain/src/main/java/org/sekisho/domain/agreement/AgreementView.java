package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One agreement for its page.
 *
 * @param versions the newest first
 * @param suspensions the newest first
 * @param endReason why it was terminated; empty otherwise
 */
public record AgreementView(
        AgreementRow row,
        List<VersionRow> versions,
        List<SuspensionRow> suspensions,
        Optional<Instant> endedAt,
        String endReason) {

    public AgreementView {
        versions = List.copyOf(versions);
        suspensions = List.copyOf(suspensions);
    }
}
