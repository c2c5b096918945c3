package org.sekisho.domain.party.person;

import java.util.EnumSet;
import java.util.Set;
import org.sekisho.domain.shared.Transitions;

/** What a person's account is good for. */
public enum PersonState implements Transitions<PersonState> {
    /** The account exists, and its person hasn't accepted the invitation: of the first, or after a move or a return. */
    INVITED,
    ACTIVE,
    /** Somebody has shut the account for the time being; roles stay. */
    LOCKED,
    /** The person no longer takes part; all roles have ended. */
    DEACTIVATED;

    /**
     * The states that may follow. A deactivated account comes back only by a new invitation, and a move to another organisation
     * begins with one, so that whoever set the old password doesn't act there.
     */
    @Override
    public Set<PersonState> next() {
        return switch (this) {
            case INVITED -> EnumSet.of(ACTIVE, DEACTIVATED);
            case ACTIVE -> EnumSet.of(INVITED, LOCKED, DEACTIVATED);
            case LOCKED -> EnumSet.of(INVITED, ACTIVE, DEACTIVATED);
            case DEACTIVATED -> EnumSet.of(INVITED);
        };
    }
}
