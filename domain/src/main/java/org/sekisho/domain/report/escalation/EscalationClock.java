package org.sekisho.domain.report.escalation;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.shared.Checks;

/**
 * How soon a level is to be acknowledged, and how soon it is raised again when nobody did. The institution's duty officers are told first, by
 * the head start; the clock runs from the beginning all the same.
 */
public final class EscalationClock {

    private static final Duration AT_ONCE = Duration.ofHours(1);
    private static final Duration WITHIN_A_DAY = Duration.ofHours(24);

    private EscalationClock() {}

    /** By when somebody has to acknowledge it; empty where nobody has to. */
    static Optional<Instant> due(EscalationLevel level, Instant from) {
        return switch (asked(level)) {
            case NONE, NOTIFY -> Optional.empty();
            case WITHIN_24_HOURS -> Optional.of(from.plus(WITHIN_A_DAY));
            case NOW -> Optional.of(from.plus(AT_ONCE));
        };
    }

    /** By when, after it was raised again. */
    static Instant again(EscalationLevel level, Instant from) {
        return from.plus(
                switch (asked(level)) {
                    case NONE, NOTIFY -> throw new IllegalStateException("Nobody has to answer " + level);
                    case WITHIN_24_HOURS -> Duration.ofHours(4);
                    case NOW -> Duration.ofMinutes(30);
                });
    }

    /** When the authority's duty officers are told. */
    static Instant told(EscalationLevel level, Instant from) {
        return from.plus(
                switch (asked(level)) {
                    case NONE, NOTIFY, WITHIN_24_HOURS -> Duration.ofMinutes(30);
                    case NOW -> Duration.ofMinutes(2);
                });
    }

    private static EscalationLevel asked(@Nullable EscalationLevel level) {
        return Checks.require(level, "level");
    }
}
