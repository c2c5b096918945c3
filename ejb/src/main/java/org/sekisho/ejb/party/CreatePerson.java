package org.sekisho.ejb.party;

import java.util.List;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;

/**
 * Invites somebody.
 *
 * @param email within the mail domains of the organisation
 * @param organisation the home organisation
 * @param roles to ask for at once; each still needs a second person
 * @param reason why the roles are needed; may be empty when there are none
 */
public record CreatePerson(
        String email, Name name, ReadingLanguage language, UUID organisation, List<Role> roles, String reason) {

    public CreatePerson {
        roles = List.copyOf(roles);
    }
}
