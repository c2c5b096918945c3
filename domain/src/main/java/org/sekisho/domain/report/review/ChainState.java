package org.sekisho.domain.report.review;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where the review of a revision stands. */
public enum ChainState implements Transitions<ChainState> {
    OPEN,
    /** Every stage agreed. */
    PASSED,
    /** A reviewer rejected the revision. */
    RETURNED,
    /** The report changed, its risk was raised, or it turned out to be a duplicate, before every stage had agreed. */
    VOID;

    @Override
    public Set<ChainState> next() {
        return this == OPEN ? EnumSet.of(PASSED, RETURNED, VOID) : EnumSet.noneOf(ChainState.class);
    }
}
