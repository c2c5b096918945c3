package org.sekisho.domain.party.organisation;

import java.util.EnumSet;
import java.util.Set;

/** Whether an organisation takes part. */
public enum OrganisationState {
    ACTIVE,
    /** It has left. Its people can't sign in, its records stay. */
    CLOSED;

    /** The states that may follow. */
    public Set<OrganisationState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(ACTIVE);
        };
    }

    public boolean canBecome(OrganisationState next) {
        return next().contains(next);
    }
}
