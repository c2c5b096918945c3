package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;

/** The environments of an agreement together: each is shown, and one that has lapsed doesn't stop the others. */
final class EnvironmentsChecklist {

    private static final Condition CONDITION = Condition.ENVIRONMENT_APPROVED;

    private EnvironmentsChecklist() {}

    static ChecklistItem environments(ChecklistFacts facts) {
        Optional<EnvironmentsClause> clause =
                facts.agreement().flatMap(agreement -> agreement.clause(EnvironmentsClause.class));
        if (facts.agreement().isEmpty()
                || (clause.isPresent() && facts.attestations().isEmpty())) {
            return ChecklistItem.forEveryone(Reason.unknown(CONDITION), facts.at());
        }
        if (clause.isEmpty()) {
            return ChecklistItem.forEveryone(Reason.clauseMissing(CONDITION), facts.at());
        }
        List<AttestationFact> attestations = facts.attestations().orElse(List.of());
        return together(
                clause.get().environments().stream()
                        .map(environment -> EnvironmentCheck.attested(environment, attestations, facts.today()))
                        .toList(),
                facts.at());
    }

    private static ChecklistItem together(List<Reason> each, Instant at) {
        List<Phrase> found =
                each.stream().flatMap(reason -> reason.found().stream()).toList();
        List<Reason> failed =
                each.stream().filter(reason -> !reason.satisfied()).toList();
        if (!failed.isEmpty()) {
            Reason reason = Reason.fails(CONDITION, found, remedies(failed));
            return failed.size() == each.size()
                    ? ChecklistItem.forEveryone(reason, at)
                    : ChecklistItem.forSome(reason, at);
        }
        Instant first = each.stream()
                .map(reason -> reason.lapsesAt().orElseThrow())
                .min(Comparator.naturalOrder())
                .orElseThrow();
        List<Reason> next = each.stream()
                .filter(reason -> reason.lapsesAt().filter(first::equals).isPresent())
                .toList();
        Reason reason = Reason.holdsUntil(CONDITION, found, remedies(next), first);
        return next.size() == each.size() ? ChecklistItem.forEveryone(reason, at) : ChecklistItem.forSome(reason, at);
    }

    private static List<Phrase> remedies(List<Reason> reasons) {
        return reasons.stream().flatMap(reason -> reason.remedies().stream()).toList();
    }
}
