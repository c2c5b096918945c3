package org.sekisho.ejb.party;

import java.util.List;
import org.sekisho.domain.party.person.PeopleDirectory.PersonView;
import org.sekisho.domain.party.role.RoleDirectory.RoleRow;
import org.sekisho.domain.party.signin.SessionDirectory.SessionRow;

/**
 * One person with roles and sign-ins, as far as the actor may see them.
 *
 * @param manageable whether the actor looks after this account; else it is only to be read
 */
public record PersonPage(PersonView person, List<RoleRow> roles, List<SessionRow> sessions, boolean manageable) {

    public PersonPage {
        roles = List.copyOf(roles);
        sessions = List.copyOf(sessions);
    }
}
