package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** Whether the person has completed, recently enough, every training that the role they act in needs. */
final class TrainingCheck {

    private static final Condition CONDITION = Condition.TRAINING_CURRENT;

    private TrainingCheck() {}

    static Reason trainingCurrent(AccessRequest request, AccessFacts facts) {
        if (facts.agreement().isEmpty() || facts.trainings().isEmpty()) {
            return Reason.unknown(CONDITION);
        }
        Optional<PeopleClause> clause = facts.agreement().get().clause(PeopleClause.class);
        if (clause.isEmpty()) {
            return Reason.clauseMissing(CONDITION);
        }
        List<Reason> byRole = actingRoles(request, facts).stream()
                .map(role -> forRole(role, clause.get(), facts.trainings().get(), facts.today()))
                .toList();
        return best(byRole);
    }

    /**
     * The role in which the person does best: one whose training is current, the one for the longest; else the one with the least
     * to be done. With no role to act in at all, nothing was positively found.
     */
    private static Reason best(List<Reason> byRole) {
        return byRole.stream()
                .min(Comparator.comparing((Reason reason) -> !reason.satisfied())
                        .thenComparing(reason ->
                                reason.satisfied() ? 0 : reason.found().size())
                        .thenComparing(reason -> reason.lapsesAt().orElse(Instant.MAX), Comparator.reverseOrder()))
                .orElseGet(() -> Reason.unknown(CONDITION));
    }

    /** The roles of current grants that permit the action; where there are none, the roles that would. */
    private static Set<Role> actingRoles(AccessRequest request, AccessFacts facts) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        GrantCheck.usable(request, facts).stream()
                .filter(grant -> GrantCheck.isCurrent(grant, facts.today()))
                .map(GrantFact::role)
                .forEach(roles::add);
        if (roles.isEmpty() && facts.agreement().isPresent()) {
            AgreementFacts agreement = facts.agreement().get();
            facts.person()
                    .ifPresent(person -> roles.addAll(RoleCheck.usableRoles(agreement, person, request.action())));
            if (roles.isEmpty()) {
                roles.addAll(RoleCheck.allowedRoles(agreement, request.action()));
            }
        }
        return roles;
    }

    /** Whether everything that the role needs is current; every training that isn't is found. */
    static Reason forRole(Role role, PeopleClause clause, List<TrainingFact> records, LocalDate today) {
        List<RequiredTraining> required = clause.trainingsFor(role);
        if (required.isEmpty()) {
            return Reason.holds(CONDITION, Phrase.of(FoundCode.TRAINING_NOT_REQUIRED));
        }
        List<Phrase> current = new ArrayList<>();
        List<Phrase> lapsed = new ArrayList<>();
        List<Phrase> remedies = new ArrayList<>();
        LocalDate first = LocalDate.MAX;
        @Nullable Phrase renewal = null;
        for (RequiredTraining training : required) {
            List<Period> periods = periods(training, records);
            Optional<LocalDate> until = Period.coveredUntil(periods, today);
            Phrase remedy = Phrase.of(RemedyCode.RECORD_TRAINING, "training", training.name());
            if (until.isEmpty()) {
                lapsed.add(lapsed(training, periods, today));
                remedies.add(remedy);
            } else {
                current.add(Phrase.of(
                        FoundCode.TRAINING_CURRENT, Map.of("training", training.name(), "until", until.get())));
                if (until.get().isBefore(first)) {
                    first = until.get();
                    renewal = remedy;
                }
            }
        }
        if (renewal == null || !lapsed.isEmpty()) {
            return Reason.fails(CONDITION, lapsed, remedies);
        }
        return Reason.holdsUntil(CONDITION, current, List.of(renewal), Days.endOf(first));
    }

    /** For how long each record counts: until its own last day, and never longer than the clause lets it. */
    private static List<Period> periods(RequiredTraining training, List<TrainingFact> records) {
        return records.stream()
                .filter(record -> record.training().equals(training.code()))
                .map(record -> new Period(record.completedOn(), record.validUntil())
                        .atMost(Period.ofDays(record.completedOn(), training.validityDays())))
                .toList();
    }

    private static Phrase lapsed(RequiredTraining training, List<Period> periods, LocalDate today) {
        return periods.stream()
                .map(Period::last)
                .filter(last -> last.isBefore(today))
                .max(Comparator.naturalOrder())
                .map(last -> Phrase.of(FoundCode.TRAINING_OVER, Map.of("training", training.name(), "day", last)))
                .orElseGet(() -> Phrase.of(FoundCode.TRAINING_NONE, "training", training.name()));
    }
}
