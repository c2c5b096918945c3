package org.sekisho.domain.report.intake;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an intake stands. Only what is {@link #PUBLISHED} is seen by others than whoever imports. */
public enum IntakeState implements Transitions<IntakeState> {
    /** The file is kept; its items are read and staged, unseen. */
    STAGING,
    /** All findings were published at once. */
    PUBLISHED,
    /** The file as a whole can't be taken in; nothing of it was. */
    REFUSED,
    /** It broke off, with the node or the person; nothing of it is left, and the file can be sent again. */
    ABANDONED;

    @Override
    public Set<IntakeState> next() {
        return switch (this) {
            case STAGING -> EnumSet.of(PUBLISHED, REFUSED, ABANDONED);
            case PUBLISHED, REFUSED, ABANDONED -> EnumSet.noneOf(IntakeState.class);
        };
    }
}
