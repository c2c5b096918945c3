package org.sekisho.domain.party.role;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** How far a role has come. */
public enum AssignmentState implements Transitions<AssignmentState> {
    REQUESTED,
    /** A second person agreed; an administrator of the organisation still has to confirm. */
    APPROVED,
    IN_EFFECT,
    DECLINED,
    WITHDRAWN,
    ENDED;

    /** The states that may follow. */
    @Override
    public Set<AssignmentState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(APPROVED, DECLINED, WITHDRAWN);
            case APPROVED -> EnumSet.of(IN_EFFECT, DECLINED, WITHDRAWN);
            case IN_EFFECT -> EnumSet.of(ENDED);
            case DECLINED, WITHDRAWN, ENDED -> EnumSet.noneOf(AssignmentState.class);
        };
    }

    /** Whether the role is in effect or may still come into effect. */
    public boolean isOpen() {
        return !next().isEmpty();
    }
}
