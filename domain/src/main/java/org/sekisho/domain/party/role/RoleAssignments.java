package org.sekisho.domain.party.role;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;

/** The roles that the actor may see. The methods about conflicts read with the reach of that check. */
public interface RoleAssignments {

    Optional<RoleAssignment> find(UUID id);

    /** @throws org.sekisho.domain.shared.Refusal when there is none, or none that the actor may see */
    RoleAssignment require(UUID id);

    /** A person's roles that are in effect or may still come into effect. */
    List<RoleAssignment> openOf(UUID person);

    /** All roles of a person in any state at any organisation, for {@link RoleHistory#of}; not limited to what the actor sees. */
    List<RoleAssignment> allForConflicts(UUID person);

    /** The same of several people, at most 1,000. */
    List<RoleAssignment> allForConflicts(Set<UUID> people);

    /** Whether somebody's role as administrator of the organisation is in effect; at the secretariat the installation's too. */
    boolean hasAdministrator(UUID organisation);

    /** The same, leaving one person out. */
    boolean hasOtherAdministrator(UUID organisation, UUID person);

    /** Whether the role of an administrator of the organisation ever was in effect. */
    boolean hadAdministrator(UUID organisation);

    /** Whether anybody ever held the role. */
    boolean everHeld(Role role);

    /** @throws org.sekisho.domain.shared.Refusal when the person holds or awaits the role there already */
    void add(RoleAssignment assignment);
}
