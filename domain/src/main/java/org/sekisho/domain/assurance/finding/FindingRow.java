package org.sekisho.domain.assurance.finding;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;

/**
 * A finding as lists show it.
 *
 * @param organisation the audited organisation, in the reader's language
 * @param controls the ids of those that it concerns, sorted; none where it stands for its section
 * @param revision the latest
 * @param sealedTitle that revision's title as ciphertext; empty where the reader may not see what it says
 * @param days its last days, once it was shown to the organisation
 * @param actions how many corrective actions count, those that were replaced left out
 * @param actionsVerified how many of them were seen to work
 */
public record FindingRow(
        UUID id,
        UUID engagement,
        String engagementNumber,
        int number,
        UUID organisationId,
        String organisation,
        EvidenceSection section,
        List<String> controls,
        FindingSeverity severity,
        FindingState state,
        int revision,
        Optional<byte[]> sealedTitle,
        Optional<FindingDays> days,
        Optional<Position> position,
        int actions,
        int actionsVerified) {

    public FindingRow {
        controls = List.copyOf(controls);
    }

    /** The day until which somebody has to do something next; empty where nothing is awaited. */
    public Optional<LocalDate> awaited() {
        return switch (state) {
            case FACT_CHECK -> days.map(FindingDays::facts);
            case ESTABLISHED -> days.map(FindingDays::response);
            case RESPONDED -> isRemedied() ? Optional.empty() : days.map(FindingDays::remedy);
            case DRAFT, CONTESTED, WITHDRAWN -> Optional.empty();
        };
    }

    /** Whether there are corrective actions, and each was seen to work. */
    public boolean isRemedied() {
        return actions > 0 && actions == actionsVerified;
    }
}
