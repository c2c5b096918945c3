package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.signin.LoginSession;
import org.sekisho.domain.party.signin.LoginSessions;
import org.sekisho.domain.party.signin.SessionEnd;
import org.sekisho.ejb.shared.CurrentAct;

/** What ends together with something else: sessions and roles, in the same transaction. */
@ApplicationScoped
class Endings {

    @Inject
    private LoginSessions sessions;

    @Inject
    private RoleAssignments roles;

    @Inject
    private CurrentAct act;

    /** Ends the person's sessions on every node, from the next request on; all but one, where one stays. */
    int endSessions(UUID person, SessionEnd because, Optional<UUID> staying) {
        int ended = 0;
        for (LoginSession session : sessions.openOf(person)) {
            if (!staying.filter(session.id()::equals).isPresent()
                    && session.end(because, act.now()).isPresent()) {
                ended++;
            }
        }
        return ended;
    }

    /** Ends or withdraws the person's roles to which the condition applies. */
    void lapseRoles(UUID person, String reason, Predicate<RoleAssignment> which) {
        for (RoleAssignment role : roles.openOf(person)) {
            if (which.test(role)) {
                act.happened(role.lapse(act.actor(), reason, act.now()));
            }
        }
    }
}
