package org.sekisho.domain.agreement.access;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.LiveFireClause;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.party.Role;

/** Whether a role of the person may do this: by the people clause, and by the clause that is about the action itself. */
final class RoleCheck {

    private static final Condition CONDITION = Condition.ROLE_ALLOWS_ACTION;

    private RoleCheck() {}

    static Reason roleAllowsAction(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty() || facts.person().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        AgreementFacts agreement = facts.agreement().get();
        PersonFacts person = facts.person().get();
        if (agreement.clause(PeopleClause.class).isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        if (!person.active()) {
            return Reason.fails(
                    CONDITION, Phrase.of(FoundCode.PERSON_INACTIVE), Phrase.of(RemedyCode.REACTIVATE_PERSON));
        }
        Action action = request.action();
        return forbidden(agreement, action).orElseGet(() -> held(agreement, person, action));
    }

    /** The roles that may do this under the agreement, whoever holds them. */
    static Set<Role> allowedRoles(AgreementFacts agreement, Action action) {
        Set<Role> allowed = EnumSet.noneOf(Role.class);
        agreement.clause(PeopleClause.class).ifPresent(people -> people.roles().stream()
                .filter(entry -> entry.actions().contains(action))
                .map(PeopleClause.RoleActions::role)
                .forEach(allowed::add));
        switch (action) {
            case REPORT_RELEASE, REPORT_EXPORT -> allowed.retainAll(releasingRoles(agreement));
            case LIVE_FIRE_RUN -> {
                if (forbidden(agreement, action).isPresent()) {
                    allowed.clear();
                }
            }
            case MODEL_USE, REPORT_READ, REPORT_REVIEW, REPORT_REMEDIATE, INCIDENT_RUN, AUDIT_ANSWER -> {}
        }
        return allowed;
    }

    /** The roles that may do this and that the person holds at a party to the agreement. */
    static Set<Role> usableRoles(AgreementFacts agreement, PersonFacts person, Action action) {
        Set<Role> usable = allowedRoles(agreement, action);
        usable.retainAll(person.heldAt(agreement.parties()));
        return usable;
    }

    private static Reason held(AgreementFacts agreement, PersonFacts person, Action action) {
        Set<Role> usable = usableRoles(agreement, person, action);
        if (!usable.isEmpty()) {
            return Reason.holds(
                    CONDITION,
                    Phrase.of(FoundCode.ROLE_ALLOWS, Map.of("roles", List.copyOf(usable), "action", action)));
        }
        if (person.organisations().stream().noneMatch(agreement.parties()::contains)) {
            return Reason.fails(CONDITION, Phrase.of(FoundCode.ORGANISATION_NOT_PARTY), Phrase.of(RemedyCode.ACCEDE));
        }
        List<Role> allowed = List.copyOf(allowedRoles(agreement, action));
        return Reason.fails(
                CONDITION,
                Phrase.of(FoundCode.ROLE_ALLOWS_NOT, "action", action),
                allowed.isEmpty()
                        ? Phrase.of(RemedyCode.AMEND_CLAUSE)
                        : Phrase.of(RemedyCode.GIVE_ROLE, "roles", allowed));
    }

    /** Why nobody at all may do this: the clause about the action is missing, or forbids it. */
    private static Optional<Reason> forbidden(AgreementFacts agreement, Action action) {
        return switch (action) {
            case LIVE_FIRE_RUN -> {
                Optional<LiveFireClause> clause = agreement.clause(LiveFireClause.class);
                yield clause.isEmpty()
                        ? Optional.of(Reason.clauseMissing(CONDITION).under(ClauseKind.LIVE_FIRE))
                        : clause.filter(LiveFireClause::isForbidden)
                                .map(forbids -> forbids(FoundCode.LIVE_FIRE_FORBIDDEN, Map.of(), ClauseKind.LIVE_FIRE));
            }
            case REPORT_RELEASE, REPORT_EXPORT -> {
                Optional<ExportClause> clause = agreement.clause(ExportClause.class);
                yield clause.isEmpty()
                        ? Optional.of(Reason.clauseMissing(CONDITION).under(ClauseKind.EXPORT))
                        : Optional.of(releasingRoles(agreement))
                                .filter(Set::isEmpty)
                                .map(none ->
                                        forbids(FoundCode.NO_EXPORT_RULE, Map.of("action", action), ClauseKind.EXPORT));
            }
            case MODEL_USE, REPORT_READ, REPORT_REVIEW, REPORT_REMEDIATE, INCIDENT_RUN, AUDIT_ANSWER -> Optional
                    .empty();
        };
    }

    private static Reason forbids(FoundCode found, Map<String, ?> parameters, ClauseKind clause) {
        return Reason.fails(CONDITION, Phrase.of(found, parameters), Phrase.of(RemedyCode.AMEND_CLAUSE))
                .under(clause);
    }

    /** What no rule of the export clause names doesn't leave. */
    private static Set<Role> releasingRoles(AgreementFacts agreement) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        agreement.clause(ExportClause.class).ifPresent(export -> export.rules().stream()
                .filter(rule -> rule.material() == ExportClause.Material.REPORT)
                .map(ExportClause.Rule::who)
                .forEach(roles::add));
        return roles;
    }
}
