package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.ejb.shared.CurrentAct;

/** Puts a session with a new token in the place of the running one, when what it may do changes. */
@ApplicationScoped
class Rotation {

    @Inject
    private LoginSessions sessions;

    @Inject
    private RoleAssignments roles;

    @Inject
    private CurrentAct act;

    /** The person gave a second factor. */
    SignedIn withSecondFactor(Person person) {
        String token = Tokens.fresh();
        return replace(person, running().withSecondFactor(token, act.now()), token);
    }

    /** The person acts for another of their organisations from now on. */
    SignedIn actingFor(Person person, UUID organisation) {
        String token = Tokens.fresh();
        return replace(
                person,
                running().actingFor(token, organisation, holdsRole(person, organisation), person, act.now()),
                token);
    }

    /** Whether a role of the person at the organisation is in effect. */
    boolean holdsRole(Person person, UUID organisation) {
        return roles.openOf(person.id()).stream()
                .anyMatch(
                        role -> role.organisation().equals(organisation) && role.state() == AssignmentState.IN_EFFECT);
    }

    private LoginSession running() {
        return sessions.require(act.session().orElseThrow().session());
    }

    private SignedIn replace(Person person, LoginSession next, String token) {
        sessions.add(next);
        act.happened(next.started());
        return new SignedIn(token, next.expiresAt(), person.language().tag());
    }
}
