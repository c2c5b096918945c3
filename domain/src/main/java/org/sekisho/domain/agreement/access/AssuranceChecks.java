package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.agreement.access.AssuranceFacts.CorrectiveAction;
import org.sekisho.domain.agreement.clause.AuditClause;
import org.sekisho.domain.agreement.clause.GeneralClause;
import org.sekisho.domain.shared.Days;

/** Conditions about audits. What is overdue is computed here, from the clause and the last closing, never from a job's output. */
final class AssuranceChecks {

    private AssuranceChecks() {}

    /** The audit that the clause asks for is closed, or not due, or not beyond its grace. */
    static Reason noAuditOverdue(AccessRequest request, AccessFacts facts) {
        Condition condition = Condition.NO_AUDIT_OVERDUE;
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(condition);
        }
        AgreementFacts agreement = facts.agreement().get();
        Optional<AuditClause> clause = agreement.clause(AuditClause.class);
        Optional<GeneralClause> general = agreement.clause(GeneralClause.class);
        if (clause.isEmpty() || general.isEmpty()) {
            return Reason.clauseMissing(condition);
        }
        if (facts.outside().assurance().isEmpty()) {
            return Reason.unknown(condition);
        }
        AssuranceFacts known = facts.outside().assurance().get();
        LocalDate today = facts.today();
        LocalDate from = known.lastClosedOn()
                .filter(closed -> !closed.isAfter(today))
                .orElse(general.get().firstDay());
        LocalDate due = dueAfter(from, clause.get());
        LocalDate last = due.plusDays(clause.get().graceDays());
        Phrase remedy = Phrase.of(RemedyCode.CLOSE_AUDIT);
        if (today.isAfter(last)) {
            return Reason.fails(
                    condition, Phrase.of(FoundCode.AUDIT_OVERDUE, Map.of("due", due, "until", last)), remedy);
        }
        List<Phrase> found = new ArrayList<>();
        known.underWay()
                .ifPresent(engagement -> found.add(Phrase.of(
                        FoundCode.AUDIT_UNDER_WAY,
                        Map.of(
                                "engagement", engagement.number(),
                                "state", engagement.state(),
                                "due", engagement.reportDue()))));
        found.add(
                today.isAfter(due)
                        ? Phrase.of(FoundCode.AUDIT_IN_GRACE, Map.of("due", due, "until", last))
                        : Phrase.of(FoundCode.AUDIT_IN_TIME, "due", due));
        return Reason.holdsUntil(condition, found, List.of(remedy), Days.endOf(last));
    }

    private static LocalDate dueAfter(LocalDate from, AuditClause clause) {
        return from.plusDays(clause.cadenceDays());
    }

    /** No corrective action of critical severity is open beyond its due day. */
    static Reason noCriticalActionOverdue(AccessRequest request, AccessFacts facts) {
        Condition condition = Condition.NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE;
        if (facts.agreement().isEmpty()) {
            return Reason.unknown(condition);
        }
        if (facts.agreement().get().clause(AuditClause.class).isEmpty()) {
            return Reason.clauseMissing(condition);
        }
        if (facts.outside().assurance().isEmpty()) {
            return Reason.unknown(condition);
        }
        List<CorrectiveAction> open = facts.outside().assurance().get().openCriticalActions().stream()
                .sorted(Comparator.comparing(CorrectiveAction::due))
                .toList();
        List<CorrectiveAction> overdue = open.stream()
                .filter(action -> facts.today().isAfter(action.due()))
                .toList();
        if (!overdue.isEmpty()) {
            return Reason.fails(
                    condition,
                    overdue.stream()
                            .map(action -> Phrase.of(
                                    FoundCode.CRITICAL_ACTION_OVERDUE,
                                    Map.of("action", action.number(), "due", action.due())))
                            .toList(),
                    overdue.stream().map(AssuranceChecks::close).toList());
        }
        if (open.isEmpty()) {
            return Reason.holds(condition, Phrase.of(FoundCode.NO_CRITICAL_ACTION_OPEN));
        }
        CorrectiveAction next = open.get(0);
        return Reason.holdsUntil(
                condition,
                List.of(Phrase.of(
                        FoundCode.CRITICAL_ACTIONS_IN_TIME, Map.of("count", (long) open.size(), "due", next.due()))),
                List.of(close(next)),
                Days.endOf(next.due()));
    }

    private static Phrase close(CorrectiveAction action) {
        return Phrase.of(RemedyCode.CLOSE_CORRECTIVE_ACTION, "action", action.number());
    }
}
