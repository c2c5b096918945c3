package org.sekisho.domain.party.signin;

import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;

/**
 * What every page shows of the person who is signed in.
 *
 * @param organisation for which the person acts
 * @param permissions what the pages may offer; each use case checks again
 * @param secondFactor what the session owes
 * @param mustChangePassword whether nothing else may be done before the password is changed
 * @param language {@code en} or {@code ja}
 * @param shortcuts whether single letters act on pages
 * @param clockOffsetSeconds by how much the demo regime has moved the clock
 */
public record Account(
        UUID person,
        String email,
        Name name,
        UUID organisation,
        String organisationShortName,
        Name organisationName,
        OrganisationKind organisationKind,
        Set<Role> roles,
        Set<String> permissions,
        SecondFactor secondFactor,
        boolean mustChangePassword,
        String language,
        boolean shortcuts,
        long clockOffsetSeconds) {

    /** Whether only what settles a second factor or a new password is open to the session. */
    public boolean isLimited() {
        return mustChangePassword || !secondFactor.isSettled();
    }
}
