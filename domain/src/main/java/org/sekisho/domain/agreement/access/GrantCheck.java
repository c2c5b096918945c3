package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** Whether the person has a grant, in force today, for a role that they hold and that allows the action. */
final class GrantCheck {

    private static final Condition CONDITION = Condition.GRANT_CURRENT;

    private GrantCheck() {}

    static Reason grantCurrent(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty() || facts.grants().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        if (facts.agreement().get().clause(PeopleClause.class).isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        List<GrantFact> grants = facts.grants().get();
        List<GrantFact> usable = usable(request, facts);
        LocalDate today = facts.today();
        Optional<LocalDate> until = Period.coveredUntil(
                usable.stream()
                        .filter(GrantCheck::isActive)
                        .map(GrantCheck::period)
                        .toList(),
                today);
        if (until.isEmpty()) {
            return usable.isEmpty() ? noneUsable(request, facts, grants) : notCurrent(usable, today);
        }
        Role role = usable.stream()
                .filter(grant -> isCurrent(grant, today))
                .max(Comparator.comparing(GrantFact::lastDay))
                .map(GrantFact::role)
                .orElseThrow();
        return Reason.holdsUntil(
                CONDITION,
                List.of(Phrase.of(FoundCode.GRANT_CURRENT, Map.of("role", role, "until", until.get()))),
                List.of(Phrase.of(RemedyCode.RENEW_GRANT)),
                Days.endOf(until.get()));
    }

    /**
     * The grants, in whatever state, that could permit this: of a party, for a role that allows the action and that the person
     * holds there. Where no role of the person allows it, which another condition says, all grants.
     */
    static List<GrantFact> usable(AccessRequest request, AccessFacts facts) {
        List<GrantFact> grants = facts.grants().orElse(List.of());
        if (facts.agreement().isEmpty() || facts.person().isEmpty()) {
            return grants;
        }
        AgreementFacts agreement = facts.agreement().get();
        PersonFacts person = facts.person().get();
        Set<Role> roles = RoleCheck.usableRoles(agreement, person, request.action());
        if (roles.isEmpty()) {
            return grants;
        }
        return grants.stream()
                .filter(grant -> roles.contains(grant.role())
                        && agreement.parties().contains(grant.organisation())
                        && person.holds(grant.organisation(), grant.role()))
                .toList();
    }

    static boolean isCurrent(GrantFact grant, LocalDate today) {
        return isActive(grant) && period(grant).contains(today);
    }

    private static boolean isActive(GrantFact grant) {
        return grant.state() == GrantState.ACTIVE;
    }

    private static Period period(GrantFact grant) {
        return new Period(grant.firstDay(), grant.lastDay());
    }

    private static Reason noneUsable(AccessRequest request, AccessFacts facts, List<GrantFact> grants) {
        Optional<GrantFact> other =
                grants.stream().filter(grant -> isCurrent(grant, facts.today())).findFirst();
        Phrase found =
                other.map(grant -> otherGrant(grant, request, facts)).orElseGet(() -> Phrase.of(FoundCode.GRANT_NONE));
        return Reason.fails(CONDITION, found, Phrase.of(RemedyCode.REQUEST_GRANT));
    }

    private static Phrase otherGrant(GrantFact grant, AccessRequest request, AccessFacts facts) {
        boolean roleAllows = facts.agreement()
                .filter(agreement ->
                        RoleCheck.allowedRoles(agreement, request.action()).contains(grant.role()))
                .isPresent();
        return roleAllows
                ? Phrase.of(FoundCode.GRANT_OF_OTHER_ORGANISATION, "role", grant.role())
                : Phrase.of(FoundCode.GRANT_FOR_OTHER_ROLE, Map.of("role", grant.role(), "action", request.action()));
    }

    /** Says of the grant that came nearest why it isn't current. */
    private static Reason notCurrent(List<GrantFact> usable, LocalDate today) {
        GrantFact nearest = usable.stream()
                .min(Comparator.comparing((GrantFact grant) -> rank(grant, today))
                        .thenComparing(GrantFact::lastDay, Comparator.reverseOrder()))
                .orElseThrow();
        Role role = nearest.role();
        return switch (nearest.state()) {
            case ACTIVE -> today.isBefore(nearest.firstDay())
                    ? Reason.fails(
                            CONDITION,
                            Phrase.of(FoundCode.GRANT_NOT_BEGUN, Map.of("role", role, "day", nearest.firstDay())),
                            Phrase.of(RemedyCode.WAIT_UNTIL_DAY, "day", nearest.firstDay()))
                    : over(nearest);
            case APPROVED -> Reason.fails(
                    CONDITION, Phrase.of(FoundCode.GRANT_NOT_CHECKED, "role", role), Phrase.of(RemedyCode.CHECK_GRANT));
            case REQUESTED -> Reason.fails(
                    CONDITION,
                    Phrase.of(FoundCode.GRANT_NOT_APPROVED, "role", role),
                    Phrase.of(RemedyCode.APPROVE_GRANT));
            case ENDED -> over(nearest);
            case REVOKED -> Reason.fails(
                    CONDITION, Phrase.of(FoundCode.GRANT_REVOKED, "role", role), Phrase.of(RemedyCode.REQUEST_GRANT));
            case DECLINED -> Reason.fails(
                    CONDITION, Phrase.of(FoundCode.GRANT_DECLINED, "role", role), Phrase.of(RemedyCode.REQUEST_GRANT));
        };
    }

    private static Reason over(GrantFact grant) {
        return Reason.fails(
                CONDITION,
                Phrase.of(FoundCode.GRANT_OVER, Map.of("role", grant.role(), "day", grant.lastDay())),
                Phrase.of(RemedyCode.RENEW_GRANT));
    }

    private static int rank(GrantFact grant, LocalDate today) {
        return switch (grant.state()) {
            case ACTIVE -> today.isBefore(grant.firstDay()) ? 0 : 3;
            case APPROVED -> 1;
            case REQUESTED -> 2;
            case ENDED -> 3;
            case REVOKED -> 4;
            case DECLINED -> 5;
        };
    }
}
