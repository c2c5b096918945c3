package org.sekisho.domain.report.review;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where one stage of a review stands. */
public enum StageState implements Transitions<StageState> {
    /** An earlier stage decides first. */
    WAITING,
    /** It decides now, and its clock runs. That the clock runs out changes nothing. */
    OPEN,
    /** Its quorum agreed. */
    PASSED,
    RETURNED,
    /** It isn't asked any more. */
    VOID;

    @Override
    public Set<StageState> next() {
        return switch (this) {
            case WAITING -> EnumSet.of(OPEN, VOID);
            case OPEN -> EnumSet.of(PASSED, RETURNED, VOID);
            case PASSED, RETURNED, VOID -> EnumSet.noneOf(StageState.class);
        };
    }

    /** Whether it has decided or isn't asked any more: from then on its votes are open to who reads the review. */
    public boolean isClosed() {
        return this == PASSED || this == RETURNED || this == VOID;
    }
}
