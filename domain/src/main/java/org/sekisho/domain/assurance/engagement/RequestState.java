package org.sekisho.domain.assurance.engagement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an auditor's request for evidence stands. */
public enum RequestState implements Transitions<RequestState> {
    OPEN,
    /** Evidence was given; the auditors haven't looked at it. */
    ANSWERED,
    ACCEPTED,
    /** The evidence isn't enough; it waits for another answer. */
    RETURNED,
    /** It was asked by mistake, or isn't needed any more. */
    WITHDRAWN;

    /** The states that can follow. */
    @Override
    public Set<RequestState> next() {
        return switch (this) {
            case OPEN, RETURNED -> EnumSet.of(ANSWERED, WITHDRAWN);
            case ANSWERED -> EnumSet.of(ACCEPTED, RETURNED, WITHDRAWN);
            case ACCEPTED, WITHDRAWN -> EnumSet.noneOf(RequestState.class);
        };
    }

    /** Whether it waits for the organisation that was asked. */
    public boolean waitsForAnswer() {
        return canBecome(ANSWERED);
    }
}
