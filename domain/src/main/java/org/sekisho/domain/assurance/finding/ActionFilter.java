package org.sekisho.domain.assurance.finding;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which corrective actions a list shows. What is empty doesn't narrow.
 *
 * @param engagement those that answer findings of this engagement, and those of earlier ones of the same organisation and agreement
 *     that it follows up
 */
public record ActionFilter(
        Optional<UUID> engagement, Optional<UUID> finding, Set<ActionState> states, Set<FindingSeverity> severities) {

    public ActionFilter {
        states = Set.copyOf(states);
        severities = Set.copyOf(severities);
    }

    /** What an engagement looks at. */
    public static ActionFilter of(UUID engagement) {
        return new ActionFilter(Optional.of(engagement), Optional.empty(), Set.of(), Set.of());
    }
}
