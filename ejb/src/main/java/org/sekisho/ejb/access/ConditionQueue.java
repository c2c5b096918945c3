package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.agreement.access.ChecklistItem;
import org.sekisho.domain.agreement.access.Condition;
import org.sekisho.domain.agreement.access.ConditionChecklist;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Conditions of the organisation's own agreements that lapse soon, or have lapsed, for those who can do something about it. */
@ApplicationScoped
public class ConditionQueue implements QueueSource {

    private static final Set<Role> ANSWERING =
            Set.of(Role.SECURITY_REVIEWER, Role.CISO, Role.ORGANISATION_ADMINISTRATOR);

    /** Those of them who also see playbooks and audits. */
    private static final Set<Role> EXPERTS = Set.of(Role.SECURITY_REVIEWER, Role.CISO);

    /** An organisation receives access under one agreement, seldom two. */
    private static final int MOST_OF_ONE = 5;

    /** Of all organisations, as many as there ever are. */
    private static final int MOST_OF_ALL = 1_000;

    @Inject
    private WaitingAccess waiting;

    @Inject
    private AccessFactsSource facts;

    /** One query finds the agreements, a dozen find the facts of all of them. */
    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(ANSWERING)) {
            return List.of();
        }
        List<WaitingAccess.Received> received =
                waiting.received(who.map(Waiting::organisation), who.isPresent() ? MOST_OF_ONE : MOST_OF_ALL);
        Map<UUID, ChecklistFacts> known = facts.loadChecklists(
                received.stream().map(WaitingAccess.Received::agreement).collect(Collectors.toUnmodifiableSet()), now);
        return received.stream()
                .flatMap(agreement -> waits(who, agreement, Objects.requireNonNull(known.get(agreement.agreement()))))
                .toList();
    }

    private static Stream<Waits> waits(Optional<Waiting> who, WaitingAccess.Received agreement, ChecklistFacts known) {
        return ConditionChecklist.of(known).warnings().stream()
                .filter(warning -> who.isEmpty() || who.get().holds(answering(warning.condition())))
                .map(warning -> new Waits(
                        item(agreement, warning),
                        Audience.holding(answering(warning.condition())).at(agreement.organisation())));
    }

    /** Whoever couldn't open what restores the condition isn't asked to. */
    private static Set<Role> answering(Condition condition) {
        return switch (condition) {
            case PLAYBOOKS_EXERCISED, NO_AUDIT_OVERDUE, NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE -> EXPERTS;
            default -> ANSWERING;
        };
    }

    private static QueueItem item(WaitingAccess.Received agreement, ChecklistItem warning) {
        boolean lapsed = warning.state() == ChecklistItem.State.LAPSED;
        String scope = warning.stopsEveryone() ? "everyone" : "some";
        return new QueueItem(
                new Subject("agreement", agreement.agreement()),
                "queue.condition." + warning.condition().name(),
                Map.of(
                        "agreement",
                        agreement.agreementNumber(),
                        "state",
                        warning.state().name()),
                warning.lapsesAt(),
                lapsed ? "queue-consequence.condition-lapsed" : "queue-consequence.condition-" + scope,
                "queue-action.open",
                path(agreement, warning.condition()));
    }

    private static String path(WaitingAccess.Received agreement, Condition condition) {
        return switch (condition) {
            case GRANT_CURRENT -> "/agreement?tab=people&id=" + agreement.agreement();
            case TRAINING_CURRENT -> "/trainings?agreement=" + agreement.agreement();
            case ENVIRONMENT_APPROVED -> "/agreement?tab=environments&id=" + agreement.agreement();
            case PLAYBOOKS_EXERCISED -> "/playbooks";
            case NOT_FROZEN -> "/freezes";
            case NO_AUDIT_OVERDUE, NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE -> "/audits";
            case IN_FORCE_WITHIN_TERM,
                    ROLE_ALLOWS_ACTION,
                    PHASE_ALLOWS_PURPOSE,
                    SYSTEM_IN_SCOPE,
                    WITHIN_USAGE_LIMITS -> "/agreement?id=" + agreement.agreement();
        };
    }
}
