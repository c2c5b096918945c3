package org.sekisho.domain.assurance.finding;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;

/** Which findings a list shows. What is empty doesn't narrow. */
public record FindingFilter(
        Optional<UUID> engagement,
        Set<FindingState> states,
        Set<FindingSeverity> severities,
        Optional<EvidenceSection> section) {

    public FindingFilter {
        states = Set.copyOf(states);
        severities = Set.copyOf(severities);
    }

    /** The findings of one engagement. */
    public static FindingFilter of(UUID engagement) {
        return new FindingFilter(Optional.of(engagement), Set.of(), Set.of(), Optional.empty());
    }
}
