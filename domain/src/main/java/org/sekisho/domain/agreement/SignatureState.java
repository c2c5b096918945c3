package org.sekisho.domain.agreement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Whether a signature binds. */
public enum SignatureState implements Transitions<SignatureState> {
    /** A file that was signed outside, not yet confirmed from both sides. */
    UNCONFIRMED,
    IN_EFFECT,
    /** The file didn't match what is to be signed. */
    REJECTED,
    /** Taken back by the party. */
    WITHDRAWN;

    @Override
    public Set<SignatureState> next() {
        return switch (this) {
            case UNCONFIRMED -> EnumSet.of(IN_EFFECT, REJECTED, WITHDRAWN);
            case IN_EFFECT -> EnumSet.of(WITHDRAWN);
            case REJECTED, WITHDRAWN -> EnumSet.noneOf(SignatureState.class);
        };
    }
}
