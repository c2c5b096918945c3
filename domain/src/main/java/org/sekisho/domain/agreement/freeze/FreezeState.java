package org.sekisho.domain.agreement.freeze;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a freeze stands. It stops what it names in every state but {@link #LIFTED}. */
public enum FreezeState implements Transitions<FreezeState> {
    /** Nobody has asked to lift it. */
    STANDING,
    /** One of the two people has agreed to lift it; it still stops. */
    LIFT_PROPOSED,
    /** Lifted by two people. */
    LIFTED;

    @Override
    public Set<FreezeState> next() {
        return switch (this) {
            case STANDING -> EnumSet.of(LIFT_PROPOSED);
            case LIFT_PROPOSED -> EnumSet.of(LIFTED);
            case LIFTED -> EnumSet.noneOf(FreezeState.class);
        };
    }

    /** Whether the freeze stops what it names. */
    public boolean stops() {
        return this != LIFTED;
    }
}
