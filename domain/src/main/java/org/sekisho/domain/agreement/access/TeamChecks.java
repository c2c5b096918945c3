package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sekisho.domain.agreement.access.ChecklistFacts.Member;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** The conditions that depend on people, put together for everyone in the team. Counts only: nobody is named on a checklist. */
final class TeamChecks {

    private TeamChecks() {}

    /** Which roles may use the model, by the clause. */
    static ChecklistItem roles(ChecklistFacts facts) {
        Condition condition = Condition.ROLE_ALLOWS_ACTION;
        Optional<ChecklistItem> closed = withoutClause(condition, facts);
        if (closed.isPresent()) {
            return closed.get();
        }
        Set<Role> roles = RoleCheck.allowedRoles(facts.agreement().orElseThrow(), Action.MODEL_USE);
        Reason reason = roles.isEmpty()
                ? Reason.fails(
                        condition,
                        Phrase.of(FoundCode.ROLE_ALLOWS_NOT, "action", Action.MODEL_USE),
                        Phrase.of(RemedyCode.AMEND_CLAUSE))
                : Reason.holds(
                        condition,
                        Phrase.of(
                                FoundCode.ROLE_ALLOWS,
                                Map.of("roles", List.copyOf(roles), "action", Action.MODEL_USE)));
        return ChecklistItem.forEveryone(reason, facts.at());
    }

    /** How many people hold a grant, and when the next one ends. */
    static ChecklistItem grants(ChecklistFacts facts) {
        Condition condition = Condition.GRANT_CURRENT;
        Optional<ChecklistItem> closed = withoutTeam(condition, facts);
        if (closed.isPresent()) {
            return closed.get();
        }
        List<Member> team = team(facts);
        TreeMap<LocalDate, Long> ends = new TreeMap<>();
        for (Member member : team) {
            Period.coveredUntil(
                            member.grants().stream()
                                    .map(grant -> new Period(grant.firstDay(), grant.lastDay()))
                                    .toList(),
                            facts.today())
                    .ifPresent(until -> ends.merge(until, 1L, Long::sum));
        }
        Map.Entry<LocalDate, Long> next = ends.firstEntry();
        Phrase found = Phrase.of(
                FoundCode.TEAM_GRANTED_UNTIL,
                Map.of("count", (long) team.size(), "day", next.getKey(), "people", next.getValue()));
        Reason reason = Reason.holdsUntil(
                condition, List.of(found), List.of(Phrase.of(RemedyCode.RENEW_GRANT)), Days.endOf(next.getKey()));
        return ends.size() == 1
                ? ChecklistItem.forEveryone(reason, facts.at())
                : ChecklistItem.forSome(reason, facts.at());
    }

    /** How many of the team have all the training they need, and when the next record runs out. */
    static ChecklistItem trainings(ChecklistFacts facts) {
        Condition condition = Condition.TRAINING_CURRENT;
        Optional<ChecklistItem> closed = withoutTeam(condition, facts);
        if (closed.isPresent()) {
            return closed.get();
        }
        PeopleClause clause =
                facts.agreement().orElseThrow().clause(PeopleClause.class).orElseThrow();
        List<Member> team = team(facts);
        TreeMap<Instant, Long> lapses = new TreeMap<>();
        List<Phrase> remedies = new ArrayList<>();
        List<Phrase> renewals = new ArrayList<>();
        long trained = 0;
        for (Member member : team) {
            List<Reason> reasons = member.current(facts.today()).stream()
                    .map(GrantFact::role)
                    .distinct()
                    .map(role -> TrainingCheck.forRole(role, clause, member.trainings(), facts.today()))
                    .toList();
            if (reasons.stream().allMatch(Reason::satisfied)) {
                trained++;
                reasons.stream()
                        .flatMap(reason -> reason.lapsesAt().stream())
                        .min(Comparator.naturalOrder())
                        .ifPresent(lapse -> lapses.merge(lapse, 1L, Long::sum));
                reasons.forEach(reason -> renewals.addAll(reason.remedies()));
            } else {
                reasons.stream()
                        .filter(reason -> !reason.satisfied())
                        .forEach(reason -> remedies.addAll(reason.remedies()));
            }
        }
        Phrase found = trained(trained, team.size(), Optional.ofNullable(lapses.firstEntry()));
        if (trained < team.size()) {
            Reason reason = Reason.fails(condition, List.of(found), distinct(remedies));
            return trained == 0
                    ? ChecklistItem.forEveryone(reason, facts.at())
                    : ChecklistItem.forSome(reason, facts.at());
        }
        if (lapses.isEmpty()) {
            return ChecklistItem.forSome(Reason.holds(condition, found), facts.at());
        }
        Reason reason = Reason.holdsUntil(condition, List.of(found), distinct(renewals), lapses.firstKey());
        return lapses.firstEntry().getValue() == team.size()
                ? ChecklistItem.forEveryone(reason, facts.at())
                : ChecklistItem.forSome(reason, facts.at());
    }

    private static Phrase trained(long trained, long count, Optional<Map.Entry<Instant, Long>> next) {
        return next.map(entry -> Phrase.of(
                        FoundCode.TEAM_TRAINED_UNTIL,
                        Map.of(
                                "trained",
                                trained,
                                "count",
                                count,
                                "day",
                                Days.of(entry.getKey()).minusDays(1),
                                "people",
                                entry.getValue())))
                .orElseGet(() -> Phrase.of(FoundCode.TEAM_TRAINED, Map.of("trained", trained, "count", count)));
    }

    /** Freezes of the agreement, of its receiver, of the provider and of everything; and how many of the team are frozen. */
    static ChecklistItem freezes(ChecklistFacts facts) {
        Condition condition = Condition.NOT_FROZEN;
        if (facts.freezes().isEmpty()
                || facts.members().isEmpty()
                || facts.agreement().flatMap(AgreementFacts::receiver).isEmpty()) {
            return ChecklistItem.forEveryone(Reason.unknown(condition), facts.at());
        }
        AgreementFacts agreement = facts.agreement().orElseThrow();
        List<FreezeFact> freezes = facts.freezes().get();
        List<FreezeFact> stopping = freezes.stream()
                .filter(freeze -> FreezeCheck.stopsUnder(freeze, agreement, Set.of(), Action.MODEL_USE))
                .toList();
        List<Member> team = team(facts);
        long frozen = team.stream()
                .filter(member -> freezes.stream().anyMatch(freeze -> isFrozen(member, freeze)))
                .count();
        if (!stopping.isEmpty() || frozen == 0) {
            return ChecklistItem.forEveryone(FreezeCheck.of(stopping), facts.at());
        }
        Reason some = Reason.fails(
                condition,
                Phrase.of(FoundCode.TEAM_FROZEN, Map.of("frozen", frozen, "count", (long) team.size())),
                Phrase.of(RemedyCode.LIFT_FREEZE));
        return frozen == team.size()
                ? ChecklistItem.forEveryone(some, facts.at())
                : ChecklistItem.forSome(some, facts.at());
    }

    private static boolean isFrozen(Member member, FreezeFact freeze) {
        return freeze.scope().names(FreezeKind.PERSON, member.person().id())
                || member.person().organisations().stream()
                        .anyMatch(organisation -> freeze.scope().names(FreezeKind.ORGANISATION, organisation));
    }

    private static List<Member> team(ChecklistFacts facts) {
        return facts.members().orElse(List.of()).stream()
                .filter(member -> !member.current(facts.today()).isEmpty())
                .toList();
    }

    private static Optional<ChecklistItem> withoutClause(Condition condition, ChecklistFacts facts) {
        if (facts.agreement().isEmpty()) {
            return Optional.of(ChecklistItem.forEveryone(Reason.unknown(condition), facts.at()));
        }
        return facts.agreement().get().clause(PeopleClause.class).isPresent()
                ? Optional.empty()
                : Optional.of(ChecklistItem.forEveryone(Reason.clauseMissing(condition), facts.at()));
    }

    private static Optional<ChecklistItem> withoutTeam(Condition condition, ChecklistFacts facts) {
        Optional<ChecklistItem> closed = withoutClause(condition, facts);
        if (closed.isPresent()) {
            return closed;
        }
        if (facts.members().isEmpty()) {
            return Optional.of(ChecklistItem.forEveryone(Reason.unknown(condition), facts.at()));
        }
        if (team(facts).isEmpty()) {
            Reason empty =
                    Reason.fails(condition, Phrase.of(FoundCode.TEAM_EMPTY), Phrase.of(RemedyCode.REQUEST_GRANT));
            return Optional.of(ChecklistItem.forEveryone(empty, facts.at()));
        }
        return Optional.empty();
    }

    private static List<Phrase> distinct(List<Phrase> phrases) {
        return phrases.stream().distinct().toList();
    }
}
