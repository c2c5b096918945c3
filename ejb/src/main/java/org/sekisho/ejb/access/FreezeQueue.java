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
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Freezes that one side agreed to lift, and that wait for somebody of the other. */
@ApplicationScoped
public class FreezeQueue implements QueueSource {

    private static final Set<Role> LIFTERS = Set.of(
            Role.COORDINATOR, Role.SIGNATORY, Role.CISO, Role.AUTHORITY_REVIEWER, Role.ORGANISATION_ADMINISTRATOR);

    @Inject
    private WaitingAccess waiting;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(LIFTERS)) {
            return List.of();
        }
        return waiting.secondLifts(who, Days.of(now), most).stream()
                .map(each -> new Waits(
                        item(each), Audience.holding(LIFTERS).at(each.missing()).except(each.except())))
                .toList();
    }

    private static QueueItem item(WaitingAccess.SecondLift freeze) {
        return new QueueItem(
                new Subject("freeze", freeze.id()),
                "queue.freeze-lift",
                Map.of("kind", freeze.kind().name()),
                Optional.empty(),
                "queue-consequence.freeze",
                "queue-action.decide",
                "/freezes");
    }
}
