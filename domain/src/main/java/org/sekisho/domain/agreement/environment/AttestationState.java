package org.sekisho.domain.agreement.environment;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an attestation stands. Only {@link #APPROVED} counts, and that only from its first day to its last. */
public enum AttestationState implements Transitions<AttestationState> {
    /** Put forward, with its document. */
    PROPOSED,
    /** Approved by the coordinator or an authority. */
    APPROVED,
    /** Refused with a reason. */
    DECLINED,
    /** Taken back with a reason. */
    WITHDRAWN;

    @Override
    public Set<AttestationState> next() {
        return switch (this) {
            case PROPOSED -> EnumSet.of(APPROVED, DECLINED, WITHDRAWN);
            case APPROVED -> EnumSet.of(WITHDRAWN);
            case DECLINED, WITHDRAWN -> EnumSet.noneOf(AttestationState.class);
        };
    }
}
