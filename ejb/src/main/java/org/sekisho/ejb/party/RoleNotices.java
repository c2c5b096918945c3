package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.ejb.shared.CurrentAct;
import org.sekisho.ejb.shared.Mail;

/** Tells by mail those who can decide that a role waits for them: people of its organisation, else the coordinators. */
@ApplicationScoped
class RoleNotices {

    private static final Set<Role> APPROVING = EnumSet.of(Role.ORGANISATION_ADMINISTRATOR, Role.CISO, Role.SIGNATORY);
    private static final Set<Role> CONFIRMING = EnumSet.of(Role.ORGANISATION_ADMINISTRATOR, Role.ADMINISTRATOR);

    @Inject
    private RoleAssignments roles;

    @Inject
    private Organisations organisations;

    @Inject
    private Mail mail;

    @Inject
    private CurrentAct act;

    /** To be called after a role was asked for or approved. */
    void tell(RoleAssignment role) {
        if (!mail.isConfigured() || !role.state().isOpen() || role.state() == AssignmentState.IN_EFFECT) {
            return;
        }
        boolean approved = role.state() == AssignmentState.APPROVED;
        int told = tell(role, role.organisation(), approved ? CONFIRMING : APPROVING);
        Optional<UUID> secretariat = organisations.secretariat().map(Organisation::id);
        if (told == 0 && !approved && secretariat.isPresent()) {
            tell(role, secretariat.get(), EnumSet.of(Role.COORDINATOR));
        }
    }

    private int tell(RoleAssignment role, UUID organisation, Set<Role> deciding) {
        int told = 0;
        for (UUID person : roles.holders(organisation, deciding)) {
            if (!person.equals(role.person()) && !person.equals(act.person())) {
                mail.waiting(person, "/role?id=" + role.id(), Optional.empty());
                told++;
            }
        }
        return told;
    }
}
