package org.sekisho.domain.assurance.pack;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a pack stands. */
public enum PackState implements Transitions<PackState> {
    /** Its list is fixed; no node builds it. */
    QUEUED,
    /** A node builds it, or did until it died. */
    BUILDING,
    READY,
    FAILED;

    /** The states that can follow; the one table of transitions. */
    @Override
    public Set<PackState> next() {
        return switch (this) {
            case QUEUED -> EnumSet.of(BUILDING);
            case BUILDING -> EnumSet.of(READY, FAILED);
            case FAILED -> EnumSet.of(QUEUED);
            case READY -> EnumSet.noneOf(PackState.class);
        };
    }

    /** Whether a bar is shown for it. */
    public boolean isRunning() {
        return this == QUEUED || this == BUILDING;
    }
}
