package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Attestations of environments that wait for the coordinator or an authority. */
@ApplicationScoped
public class AttestationQueue implements QueueSource {

    private static final Set<String> APPROVERS = Set.of(Role.COORDINATOR.name(), Role.AUTHORITY_REVIEWER.name());

    @Inject
    private WaitingAccess waiting;

    @Override
    public List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        if (who.roles().stream().noneMatch(APPROVERS::contains)) {
            return List.of();
        }
        return waiting.attestations(who.person(), who.organisation(), most).stream()
                .map(AttestationQueue::item)
                .sorted(QueueItem.OLDEST_CLOCK_FIRST)
                .toList();
    }

    private static QueueItem item(WaitingAccess.Attestation attestation) {
        return new QueueItem(
                new Subject("attestation", attestation.id()),
                "queue.attestation",
                Map.of(
                        "environment", attestation.environment(),
                        "organisation", attestation.attestedByName(),
                        "agreement", attestation.agreementNumber()),
                Optional.of(Days.startOf(attestation.firstDay())),
                "queue-consequence.attestation",
                "queue-action.decide",
                "/agreement?tab=environments&id=" + attestation.agreement());
    }
}
