package org.sekisho.ejb.party;

import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Asks for a role of somebody at an organisation.
 *
 * @param reason why the person needs it
 */
public record RequestRole(UUID person, Role role, UUID organisation, String reason) implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
