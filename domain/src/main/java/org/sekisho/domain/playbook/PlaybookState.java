package org.sekisho.domain.playbook;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where a version of a playbook stands. Only {@link #APPROVED} counts. */
public enum PlaybookState implements Transitions<PlaybookState> {
    DRAFT,
    /** Approved by a second person; the version to use. */
    APPROVED,
    /** Followed by a newer approved version. */
    SUPERSEDED;

    @Override
    public Set<PlaybookState> next() {
        return switch (this) {
            case DRAFT -> EnumSet.of(APPROVED);
            case APPROVED -> EnumSet.of(SUPERSEDED);
            case SUPERSEDED -> EnumSet.noneOf(PlaybookState.class);
        };
    }
}
