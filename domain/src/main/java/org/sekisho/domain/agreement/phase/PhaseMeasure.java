package org.sekisho.domain.agreement.phase;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the system can count from its own records since a phase began. A clause names it by its code; a criterion with another code
 * stays without a value, and so isn't met, until the records for it exist.
 */
public enum PhaseMeasure {
    /** Full days since the phase began. */
    DAYS_IN_PHASE,
    /** Of those who hold a grant, the percentage whose required training is current; no value where nobody holds one. */
    TRAINED_PERCENT,
    /** Exercises of the institution's mandatory playbooks. */
    PLAYBOOK_EXERCISES,
    /** Suspensions of the agreement. */
    SUSPENSIONS,
    /** Freezes of the agreement, or of the institution. */
    FREEZES;

    /** By which a phase clause names it: {@code days-in-phase}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<PhaseMeasure> of(String code) {
        return Arrays.stream(values())
                .filter(measure -> measure.code().equals(code))
                .findFirst();
    }
}
