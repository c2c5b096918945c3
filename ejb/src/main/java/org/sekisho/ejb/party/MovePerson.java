package org.sekisho.ejb.party;

import java.util.UUID;
import org.sekisho.domain.shared.Subject;
import org.sekisho.ejb.shared.Command;

/**
 * Moves somebody to another home organisation, today.
 *
 * @param email the new address, within the mail domains of the new home
 * @param reason why; it ends the roles
 */
public record MovePerson(UUID person, UUID to, String email, String reason) implements Command {

    @Override
    public Subject subject() {
        return new Subject("person", person);
    }
}
