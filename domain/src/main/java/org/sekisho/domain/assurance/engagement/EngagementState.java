package org.sekisho.domain.assurance.engagement;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Where an engagement stands. */
public enum EngagementState implements Transitions<EngagementState> {
    /** Terms, firm and team are being settled. */
    SCHEDULED,
    /** The auditors read, request and sample. */
    FIELDWORK,
    /** The auditors write; they can still read. */
    REPORTING,
    /** It has a conclusion; the auditors' reach has ended. */
    CLOSED;

    /** The states that can follow. */
    @Override
    public Set<EngagementState> next() {
        return switch (this) {
            case SCHEDULED -> EnumSet.of(FIELDWORK);
            case FIELDWORK -> EnumSet.of(REPORTING);
            case REPORTING -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.noneOf(EngagementState.class);
        };
    }

    /** Whether the auditors can read in this state. */
    public boolean isOpenToAuditors() {
        return this == FIELDWORK || this == REPORTING;
    }
}
