package org.sekisho.domain.assurance.finding;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a corrective action stands. None is ever reopened: what didn't help is replaced by another. */
public enum ActionState implements Transitions<ActionState> {
    OPEN,
    /** The organisation says that it is done; nobody else has looked. */
    REPORTED,
    /** Whoever followed up saw that it works. */
    VERIFIED,
    /** Whoever followed up saw that it doesn't; it waits for another that replaces it. */
    NOT_EFFECTIVE,
    /** Another action refers to it. */
    REPLACED;

    /** The states that can follow. */
    @Override
    public Set<ActionState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(REPORTED);
            case REPORTED -> EnumSet.of(VERIFIED, NOT_EFFECTIVE);
            case NOT_EFFECTIVE -> EnumSet.of(REPLACED);
            case VERIFIED, REPLACED -> EnumSet.noneOf(ActionState.class);
        };
    }

    /** Whether the organisation has something to do. */
    public boolean waitsForOrganisation() {
        return this == OPEN || this == NOT_EFFECTIVE;
    }
}
