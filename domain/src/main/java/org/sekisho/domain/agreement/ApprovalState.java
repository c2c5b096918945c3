package org.sekisho.domain.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a party's internal approval stands. */
public enum ApprovalState implements Transitions<ApprovalState> {
    /** Some levels haven't decided yet. */
    OPEN,
    /** Every level approved, and the decision has its number. */
    COMPLETE,
    /** A level gave it back; the party begins anew. */
    RETURNED;

    @Override
    public Set<ApprovalState> next() {
        return switch (this) {
            case OPEN -> EnumSet.of(COMPLETE, RETURNED);
            case COMPLETE, RETURNED -> EnumSet.noneOf(ApprovalState.class);
        };
    }
}
