package org.sekisho.domain.agreement.access;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;

/**
 * A person as a decision sees them.
 *
 * @param active false once deactivated: then nothing is permitted
 * @param roles the roles in effect at each organisation for which the person may act: home, host, commissioning. An
 *     organisation where the person holds no role stands there with an empty set
 */
public record PersonFacts(UUID id, boolean active, Map<UUID, Set<Role>> roles) {

    public PersonFacts {
        Map<UUID, Set<Role>> copy = new HashMap<>();
        roles.forEach((organisation, held) -> copy.put(organisation, Set.copyOf(held)));
        roles = Map.copyOf(copy);
    }

    /** The organisations for which the person may act. */
    public Set<UUID> organisations() {
        return roles.keySet();
    }

    /** Whether the person holds the role at the organisation. */
    boolean holds(UUID organisation, Role role) {
        return roles.getOrDefault(organisation, Set.of()).contains(role);
    }

    /** The roles held at any of these organisations. */
    Set<Role> heldAt(Set<UUID> organisations) {
        Set<Role> held = new HashSet<>();
        roles.forEach((organisation, there) -> {
            if (organisations.contains(organisation)) {
                held.addAll(there);
            }
        });
        return held;
    }
}
