package org.sekisho.ejb.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisations;
import org.sekisho.domain.party.person.People;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.domain.party.role.RoleHistory;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.CurrentAct;

/** Facts for the check of conflicts, read with the reach of that check: nobody who asks sees another organisation's roles. */
@ApplicationScoped
class RoleHistories {

    @Inject
    private RoleAssignments roles;

    @Inject
    private People people;

    @Inject
    private Organisations organisations;

    @Inject
    private Entrance entrance;

    @Inject
    private CurrentAct act;

    /** The person with all affiliations, also where the actor sees only the request about them. */
    Person candidate(UUID person) {
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> {
            Person candidate = people.require(person);
            candidate.affiliations();
            return candidate;
        });
    }

    /** What counts for a role at the organisation, without the assignment in question. */
    RoleHistory of(Person person, UUID organisation, Optional<RoleAssignment> inQuestion) {
        LocalDate today = Days.of(act.now());
        List<RoleAssignment> others = roles.allForConflicts(person.id()).stream()
                .filter(each ->
                        inQuestion.filter(one -> one.id().equals(each.id())).isEmpty())
                .toList();
        return RoleHistory.of(
                others,
                person.affiliations(),
                id -> organisations.require(id).kind(),
                roles.hasAdministrator(organisation),
                today);
    }

    /** Whether the person holds the installation's administration. */
    boolean administersInstallation(UUID person) {
        return roles.allForConflicts(person).stream()
                .anyMatch(each -> each.role() == Role.ADMINISTRATOR && each.state() == AssignmentState.IN_EFFECT);
    }
}
