package org.sekisho.domain.agreement.clause;

import java.util.Optional;

/** How wide the use of the model is. Each phase opens the next by a recorded evaluation. */
public enum Phase {
    PILOT,
    LIMITED,
    BROAD;

    /** The phase that this one can open. */
    public Optional<Phase> next() {
        return switch (this) {
            case PILOT -> Optional.of(LIMITED);
            case LIMITED -> Optional.of(BROAD);
            case BROAD -> Optional.empty();
        };
    }
}
