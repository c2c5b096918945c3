package org.sekisho.domain.report.escalation;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an escalation stands. Nothing ends it but a person who says why. */
public enum EscalationState implements Transitions<EscalationState> {
    /** The authority is told; nobody has to answer. */
    TOLD,
    /** Somebody at the authority has to acknowledge it by its clock. */
    WAITING,
    /** A duty officer of the authority read it and took it on. A graver evaluation asks anew. */
    ACKNOWLEDGED,
    /** A person of the authority ended it, with the reason. */
    STOOD_DOWN;

    @Override
    public Set<EscalationState> next() {
        return switch (this) {
            case TOLD -> EnumSet.of(WAITING, ACKNOWLEDGED, STOOD_DOWN);
            case WAITING -> EnumSet.of(ACKNOWLEDGED);
            case ACKNOWLEDGED -> EnumSet.of(WAITING, STOOD_DOWN);
            case STOOD_DOWN -> EnumSet.noneOf(EscalationState.class);
        };
    }

    /** Whether it goes on. */
    public boolean isOpen() {
        return this != STOOD_DOWN;
    }
}
