package org.sekisho.domain.agreement.waiting;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;

/**
 * A version of an agreement as one organisation stands to it.
 *
 * @param role as which the organisation is party; empty for an authority that looks on
 */
public record Place(
        UUID agreement,
        String number,
        UUID versionId,
        int version,
        UUID organisation,
        OrganisationKind kind,
        Optional<PartyRole> role) {

    boolean is(PartyRole wanted) {
        return role.filter(wanted::equals).isPresent();
    }

    /** People of this organisation in these roles. */
    Audience holding(Set<Role> roles) {
        return Audience.holding(roles).at(organisation);
    }
}
