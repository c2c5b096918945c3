package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.EvidenceSection;

/**
 * Which requests a list shows. What is empty doesn't narrow.
 *
 * @param organisation asked of this organisation
 */
public record RequestFilter(
        Optional<UUID> engagement,
        Set<RequestState> states,
        Optional<EvidenceSection> section,
        Optional<UUID> organisation) {

    public RequestFilter {
        states = Set.copyOf(states);
    }

    /** The requests of one engagement. */
    public static RequestFilter of(UUID engagement) {
        return new RequestFilter(Optional.of(engagement), Set.of(), Optional.empty(), Optional.empty());
    }
}
