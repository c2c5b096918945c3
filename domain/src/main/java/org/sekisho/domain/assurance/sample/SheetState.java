package org.sekisho.domain.assurance.sample;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where the test of an item stands. */
public enum SheetState implements Transitions<SheetState> {
    OPEN,
    /** A test was prepared; another auditor hasn't reviewed it. */
    TESTED,
    /** The reviewer returned it; it waits for another test. */
    RETURNED,
    APPROVED;

    /** The states that can follow. */
    @Override
    public Set<SheetState> next() {
        return switch (this) {
            case OPEN, RETURNED -> EnumSet.of(TESTED);
            case TESTED -> EnumSet.of(RETURNED, APPROVED);
            case APPROVED -> EnumSet.noneOf(SheetState.class);
        };
    }
}
