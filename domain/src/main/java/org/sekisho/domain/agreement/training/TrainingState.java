package org.sekisho.domain.agreement.training;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a training record stands. Only {@link #CURRENT} counts, and that only until its last day. */
public enum TrainingState implements Transitions<TrainingState> {
    /** The newest record of this training for this person. */
    CURRENT,
    /** Followed by a newer record. */
    SUPERSEDED,
    /** Taken back with a reason. */
    REVOKED;

    @Override
    public Set<TrainingState> next() {
        return switch (this) {
            case CURRENT -> EnumSet.of(SUPERSEDED, REVOKED);
            case SUPERSEDED -> EnumSet.of(REVOKED);
            case REVOKED -> EnumSet.noneOf(TrainingState.class);
        };
    }
}
