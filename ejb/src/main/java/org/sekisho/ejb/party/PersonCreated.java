package org.sekisho.ejb.party;

import java.util.List;
import java.util.UUID;

/**
 * Somebody was invited.
 *
 * @param roles the requests that were made
 */
public record PersonCreated(UUID person, String email, IssuedLink link, List<UUID> roles) {

    public PersonCreated {
        roles = List.copyOf(roles);
    }
}
