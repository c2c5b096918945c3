package org.sekisho.domain.report.escalation;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.report.decision.EscalationLevel;

/**
 * Which escalations a list shows; what is empty doesn't narrow.
 *
 * @param states any of these
 */
public record EscalationFilter(
        Set<EscalationState> states,
        Optional<EscalationLevel> level,
        Optional<UUID> organisation,
        Optional<UUID> agreement,
        Optional<UUID> report) {

    public EscalationFilter {
        states = Set.copyOf(states);
    }

    /** Those of one report. */
    public static EscalationFilter of(UUID report) {
        return new EscalationFilter(
                Set.of(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(report));
    }
}
