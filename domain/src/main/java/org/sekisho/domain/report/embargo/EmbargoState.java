package org.sekisho.domain.report.embargo;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an embargo stands. */
public enum EmbargoState implements Transitions<EmbargoState> {
    IN_EFFECT,
    /** Its time came, or its organisation ended it before. */
    ENDED,
    /** Somebody made it known before its time. */
    BROKEN;

    @Override
    public Set<EmbargoState> next() {
        return this == IN_EFFECT ? EnumSet.of(ENDED, BROKEN) : EnumSet.noneOf(EmbargoState.class);
    }
}
