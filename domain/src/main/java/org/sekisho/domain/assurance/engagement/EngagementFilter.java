package org.sekisho.domain.assurance.engagement;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.assurance.Period;

/**
 * Which engagements a list shows. What is empty doesn't narrow.
 *
 * @param states in one of these states
 * @param agreement of this agreement
 * @param audited of this responsible party
 * @param firm by this firm
 * @param dueWithin the report is due on one of these days; for the calendar
 * @param words part of the number, or of the audited organisation's name
 */
public record EngagementFilter(
        Set<EngagementState> states,
        Optional<UUID> agreement,
        Optional<UUID> audited,
        Optional<UUID> firm,
        Optional<Period> dueWithin,
        Optional<String> words) {

    public EngagementFilter {
        states = Set.copyOf(states);
    }

    /** Everything that one may see. */
    public static EngagementFilter all() {
        return new EngagementFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
