package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;

/**
 * Permit or deny, with every reason.
 *
 * @param at the instant for which it was decided
 * @param reasons one for each condition that the action needs: failed ones first, then in the order of the conditions
 */
public record AccessDecision(AccessRequest request, Instant at, List<Reason> reasons) {

    public AccessDecision {
        Set<Condition> covered = reasons.stream()
                .map(Reason::condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Condition.class)));
        if (!covered.equals(ConditionTable.needs(request.action())) || covered.size() != reasons.size()) {
            throw new IllegalArgumentException("A decision has one reason for each condition that the action needs");
        }
        reasons = reasons.stream()
                .sorted(Comparator.comparing(Reason::satisfied).thenComparing(Reason::condition))
                .toList();
    }

    /** Whether it may be done: every condition that the action needs was positively found to hold. */
    public boolean permit() {
        return reasons.stream().allMatch(Reason::satisfied);
    }

    /** The reasons that deny; empty for a permit. */
    public List<Reason> failed() {
        return reasons.stream().filter(reason -> !reason.satisfied()).toList();
    }

    /** When a permit ends if nothing is done, as far as that is set by a day. */
    public Optional<Instant> lapsesAt() {
        return reasons.stream()
                .flatMap(reason -> reason.lapsesAt().stream())
                .min(Comparator.naturalOrder())
                .filter(lapse -> permit());
    }

    /** The last day on which a condition holds if nothing is done; empty where it doesn't hold, or where no day ends it. */
    public Optional<LocalDate> lastDayOf(Condition condition) {
        return reasons.stream()
                .filter(reason -> reason.condition() == condition && reason.satisfied())
                .flatMap(reason -> reason.lapsesAt().stream())
                .map(lapse -> Days.of(lapse).minusDays(1))
                .findFirst();
    }

    /** The decision for the trail: codes of conditions, no personal words. */
    public DomainEvent decided() {
        DomainEvent.Builder event = DomainEvent.of("access.decided", "agreement", request.agreement())
                .with("person", request.person())
                .with("action", request.action().code())
                .with("occasion", request.occasion())
                .with("environment", request.environment().orElse(null))
                .with("system", request.system().orElse(null))
                .with("resource", request.resource().orElse(null))
                .with("permit", permit() ? "yes" : "no")
                .with(
                        "failed",
                        failed().stream()
                                .map(reason -> reason.condition().name())
                                .toList())
                .personal("address", request.clientAddress().orElse(null));
        request.purpose().ifPresent(purpose -> event.with("purpose", purpose));
        return event.build();
    }
}
