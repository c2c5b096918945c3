package org.sekisho.domain.agreement.grant;

import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;

/**
 * What a grant is measured against when it is asked for, approved and checked: the agreement as it governs then, and the person as
 * the register of people has them then.
 *
 * @param parties the organisations that are party to the agreement
 * @param rolesInClause the roles to which the people clause gives at least one action; empty without that clause
 * @param termLastDay the last day of the agreement's term
 * @param personOrganisations the organisations for which the person may act: home, host, commissioning; empty when not active
 * @param personRoles the roles in effect that the person holds at the grant's organisation
 * @param teamHasRoom whether fewer other people than the people clause allows have an active grant that isn't over
 */
public record GrantBasis(
        Set<UUID> parties,
        Set<Role> rolesInClause,
        LocalDate termLastDay,
        Set<UUID> personOrganisations,
        Set<Role> personRoles,
        boolean teamHasRoom) {

    public GrantBasis {
        parties = Set.copyOf(parties);
        rolesInClause = Set.copyOf(rolesInClause);
        personOrganisations = Set.copyOf(personOrganisations);
        personRoles = Set.copyOf(personRoles);
    }
}
