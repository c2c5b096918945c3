package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Action;

/**
 * Every condition of access as it stands for a whole agreement: what its page and everyone's home show. Drawing it up decides
 * nothing; it uses the same checks as the decision on use of the model.
 *
 * @param at the instant for which it was drawn up
 * @param items one for each condition, in their order
 */
public record ConditionChecklist(Instant at, List<ChecklistItem> items) {

    private static final UUID NOBODY = new UUID(0, 0);

    public ConditionChecklist {
        items = List.copyOf(items);
    }

    /** Draws it up. */
    public static ConditionChecklist of(ChecklistFacts facts) {
        List<ChecklistItem> items = Arrays.stream(Condition.values())
                .map(condition -> item(condition, facts))
                .toList();
        return new ConditionChecklist(facts.at(), items);
    }

    private static ChecklistItem item(Condition condition, ChecklistFacts facts) {
        return switch (condition) {
            case ROLE_ALLOWS_ACTION -> TeamChecks.roles(facts);
            case GRANT_CURRENT -> TeamChecks.grants(facts);
            case TRAINING_CURRENT -> TeamChecks.trainings(facts);
            case ENVIRONMENT_APPROVED -> EnvironmentsChecklist.environments(facts);
            case NOT_FROZEN -> TeamChecks.freezes(facts);
            case IN_FORCE_WITHIN_TERM,
                    PHASE_ALLOWS_PURPOSE,
                    SYSTEM_IN_SCOPE,
                    PLAYBOOKS_EXERCISED,
                    NO_AUDIT_OVERDUE,
                    NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE,
                    WITHIN_USAGE_LIMITS -> ChecklistItem.forEveryone(
                    AccessPolicy.check(condition).check(anybody(facts), facts.withoutPerson()), facts.at());
        };
    }

    /** Asks about use of the model with nothing named; the conditions that are asked so don't look at the person. */
    private static AccessRequest anybody(ChecklistFacts facts) {
        UUID agreement = facts.agreement().map(AgreementFacts::id).orElse(NOBODY);
        return AccessRequest.question(NOBODY, agreement, Action.MODEL_USE);
    }

    /** How many conditions hold, those that lapse soon included. */
    public long holding() {
        return items.size() - lapsed();
    }

    public long lapsingSoon() {
        return count(ChecklistItem.State.LAPSES_SOON);
    }

    public long lapsed() {
        return count(ChecklistItem.State.LAPSED);
    }

    private long count(ChecklistItem.State state) {
        return items.stream().filter(item -> item.state() == state).count();
    }

    /** Whether a lapse stops use of the model for everyone under the agreement now. */
    public boolean isStopped() {
        return items.stream().anyMatch(item -> item.state() == ChecklistItem.State.LAPSED && item.stopsEveryone());
    }

    /** When use of the model stops for everyone if nothing is done; empty if it has stopped, or no day is set for it. */
    public Optional<Instant> stopsAt() {
        return items.stream()
                .filter(ChecklistItem::stopsEveryone)
                .flatMap(item -> item.lapsesAt().stream())
                .min(Comparator.naturalOrder())
                .filter(lapse -> !isStopped());
    }

    /** What has lapsed or lapses soon: the lapsed first, then by when they lapse. */
    public List<ChecklistItem> warnings() {
        return items.stream()
                .filter(item -> item.state() != ChecklistItem.State.HOLDS)
                .sorted(Comparator.comparing((ChecklistItem item) -> item.state() != ChecklistItem.State.LAPSED)
                        .thenComparing(item -> item.lapsesAt().orElse(Instant.MIN)))
                .toList();
    }
}
