package org.sekisho.domain.agreement.clause;

import java.util.List;
import java.util.Set;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Checks;

/**
 * Who may do what, and what they must have learnt first.
 *
 * @param teamLimit the most people who hold a grant under the agreement at the same time
 * @param roles what each role may do; a role that isn't listed may do nothing
 * @param trainings the training that the roles need
 */
public record PeopleClause(int teamLimit, List<RoleActions> roles, List<RequiredTraining> trainings) implements Clause {

    /** What one role may do. */
    public record RoleActions(Role role, Set<Action> actions) {
        public RoleActions {
            Checks.require(role, "role");
            actions = ClauseChecks.filledSet(Action.class, actions, "actions");
        }
    }

    /**
     * A training that must have been passed, and how long it counts.
     *
     * @param code by which training records name it
     * @param validityDays days for which a record counts, the day of completion being the first
     * @param roles the roles that need it
     */
    public record RequiredTraining(String code, Words name, int validityDays, Set<Role> roles) {
        public RequiredTraining {
            code = ClauseChecks.code(code, "training");
            name.atMost(ClauseChecks.NAME_LIMIT, "training");
            ClauseChecks.range(validityDays, "validityDays", 1, 1_096);
            roles = ClauseChecks.filledSet(Role.class, roles, "roles");
        }
    }

    public PeopleClause {
        ClauseChecks.range(teamLimit, "teamLimit", 1, 1_000);
        roles = ClauseChecks.list(roles, "roles", Role.values().length, RoleActions::role);
        ClauseChecks.notEmpty(roles, "roles");
        trainings = ClauseChecks.list(trainings, "trainings", 20, RequiredTraining::code);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.PEOPLE;
    }

    /** Whether the role may do this. */
    public boolean allows(Role role, Action action) {
        return actionsOf(role).contains(action);
    }

    /** Everything that the role may do; nothing for a role that isn't listed. */
    public Set<Action> actionsOf(Role role) {
        return roles.stream()
                .filter(entry -> entry.role() == role)
                .findFirst()
                .map(RoleActions::actions)
                .orElse(Set.of());
    }

    /** The training that somebody in this role needs. */
    public List<RequiredTraining> trainingsFor(Role role) {
        return trainings.stream()
                .filter(training -> training.roles().contains(role))
                .toList();
    }
}
