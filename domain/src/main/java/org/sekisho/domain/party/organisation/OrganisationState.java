package org.sekisho.domain.party.organisation;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** Whether an organisation takes part. */
public enum OrganisationState implements Transitions<OrganisationState> {
    ACTIVE,
    /** It has left. Its people can't sign in, its records stay. */
    CLOSED;

    /** The states that may follow. */
    @Override
    public Set<OrganisationState> next() {
        return switch (this) {
            case ACTIVE -> EnumSet.of(CLOSED);
            case CLOSED -> EnumSet.of(ACTIVE);
        };
    }
}
