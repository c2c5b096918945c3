package org.sekisho.domain.agreement.grant;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a grant stands. Only {@link #ACTIVE} gives anything, and that only from its first day to its last. */
public enum GrantState implements Transitions<GrantState> {
    /** Asked for by somebody of the organisation. */
    REQUESTED,
    /** Approved by a second person there; waits for the coordinator. */
    APPROVED,
    /** Checked by the coordinator. */
    ACTIVE,
    /** Refused by the organisation or by the coordinator. */
    DECLINED,
    /** Taken back with a reason. */
    REVOKED,
    /** Over, because its last day has passed. */
    ENDED;

    @Override
    public Set<GrantState> next() {
        return switch (this) {
            case REQUESTED -> EnumSet.of(APPROVED, DECLINED, REVOKED, ENDED);
            case APPROVED -> EnumSet.of(ACTIVE, DECLINED, REVOKED, ENDED);
            case ACTIVE -> EnumSet.of(REVOKED, ENDED);
            case DECLINED, REVOKED, ENDED -> EnumSet.noneOf(GrantState.class);
        };
    }

    /** Whether somebody still has to act before the grant gives anything. */
    public boolean isWaiting() {
        return this == REQUESTED || this == APPROVED;
    }
}
