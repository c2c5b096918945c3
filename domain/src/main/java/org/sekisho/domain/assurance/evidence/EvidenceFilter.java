package org.sekisho.domain.assurance.evidence;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;
import org.sekisho.domain.assurance.Period;

/**
 * Which items of evidence a list shows; what is empty doesn't narrow.
 *
 * @param engagement those of this engagement, and those of its agreement that fall into its scope and period
 * @param proving those that prove one of these days
 */
public record EvidenceFilter(
        Optional<UUID> engagement,
        Optional<UUID> agreement,
        Optional<UUID> organisation,
        Set<EvidenceSection> sections,
        Set<EvidenceState> states,
        Optional<Period> proving) {

    public EvidenceFilter {
        sections = Set.copyOf(sections);
        states = Set.copyOf(states);
    }

    /** The evidence of one engagement. */
    public static EvidenceFilter of(UUID engagement) {
        return new EvidenceFilter(
                Optional.of(engagement), Optional.empty(), Optional.empty(), Set.of(), Set.of(), Optional.empty());
    }
}
