package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Grants that wait for a second person's approval, or for the coordinator's check. */
@ApplicationScoped
public class GrantQueue implements QueueSource {

    private static final Set<String> APPROVERS = Set.of(Role.SIGNATORY.name(), Role.CISO.name());

    @Inject
    private WaitingAccess waiting;

    @Override
    public List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        List<QueueItem> items = new ArrayList<>();
        if (who.roles().stream().anyMatch(APPROVERS::contains)) {
            waiting.grants(GrantState.REQUESTED, who.person(), Optional.of(who.organisation()), most)
                    .forEach(grant -> items.add(item(grant, "queue.grant-approve", "queue-action.approve")));
        }
        if (who.roles().contains(Role.COORDINATOR.name())) {
            waiting.grants(GrantState.APPROVED, who.person(), Optional.empty(), most)
                    .forEach(grant -> items.add(item(grant, "queue.grant-check", "queue-action.check")));
        }
        return items.stream().sorted(QueueItem.OLDEST_CLOCK_FIRST).limit(most).toList();
    }

    /** It is due when the grant is to begin: later, the person waits. */
    private static QueueItem item(WaitingAccess.Grant grant, String text, String action) {
        return new QueueItem(
                new Subject("grant", grant.id()),
                text,
                Map.of("person", grant.personName(), "agreement", grant.agreementNumber()),
                Optional.of(Days.startOf(grant.firstDay())),
                "queue-consequence.grant",
                action,
                "/agreement?tab=people&id=" + grant.agreement());
    }
}
