package org.sekisho.persistence.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Entrance;
import org.sekisho.domain.party.Entrance.SystemReach;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.role.AssignmentState;
import org.sekisho.domain.party.role.RoleAssignment;
import org.sekisho.domain.party.role.RoleAssignments;
import org.sekisho.persistence.shared.Entities;
import org.sekisho.persistence.shared.Sql;

/** Roles as rows. */
@ApplicationScoped
public class RoleAssignmentRows implements RoleAssignments {

    private static final Set<AssignmentState> OPEN =
            EnumSet.of(AssignmentState.REQUESTED, AssignmentState.APPROVED, AssignmentState.IN_EFFECT);

    @Inject
    private Entities entities;

    @Inject
    private Sql sql;

    @Inject
    private Entrance entrance;

    @Override
    public Optional<RoleAssignment> find(UUID id) {
        return entities.find(RoleAssignment.class, id);
    }

    @Override
    public RoleAssignment require(UUID id) {
        return entities.require(RoleAssignment.class, id);
    }

    @Override
    public List<RoleAssignment> openOf(UUID person) {
        return entities.list(
                RoleAssignment.class,
                "select r from RoleAssignment r where r.person = :person and r.state in :open",
                Map.of("person", person, "open", OPEN));
    }

    @Override
    public List<RoleAssignment> allForConflicts(UUID person) {
        return allForConflicts(Set.of(person));
    }

    @Override
    public List<RoleAssignment> allForConflicts(Set<UUID> people) {
        return entrance.withReachOf(
                SystemReach.CONFLICT_CHECK,
                () -> entities.list(
                        RoleAssignment.class,
                        "select r from RoleAssignment r where r.person in :people",
                        Map.of("people", people)));
    }

    @Override
    public boolean hasAdministrator(UUID organisation) {
        return exists("and state = 'IN_EFFECT'", organisation, Optional.empty());
    }

    @Override
    public boolean hasOtherAdministrator(UUID organisation, UUID person) {
        return exists("and state = 'IN_EFFECT'", organisation, Optional.of(person));
    }

    @Override
    public boolean hadAdministrator(UUID organisation) {
        return exists("and effective_at is not null", organisation, Optional.empty());
    }

    @Override
    public boolean everHeld(Role role) {
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> sql.query(
                        "select 1 from role_assignment where role = :role and effective_at is not null limit 1")
                .with("role", role)
                .first(row -> true)
                .isPresent());
    }

    @Override
    public void add(RoleAssignment assignment) {
        entities.add(assignment);
    }

    private boolean exists(String condition, UUID organisation, Optional<UUID> besides) {
        return entrance.withReachOf(SystemReach.CONFLICT_CHECK, () -> sql.query(
                        """
                                select 1 from role_assignment
                                where organisation_id = :organisation and role in ('ORGANISATION_ADMINISTRATOR', 'ADMINISTRATOR')
                                """)
                .with("organisation", organisation)
                .and(condition)
                .where("and person_id <> :besides", "besides", besides)
                .and("limit 1")
                .first(row -> true)
                .isPresent());
    }
}
