package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Grants that wait for a second person's approval, or for the coordinator's check. */
@ApplicationScoped
public class GrantQueue implements QueueSource {

    private static final Set<Role> APPROVERS = Set.of(Role.SIGNATORY, Role.CISO);
    private static final Set<Role> CHECKERS = Set.of(Role.COORDINATOR);

    @Inject
    private WaitingAccess waiting;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        Optional<UUID> person = who.map(Waiting::person);
        if (who.isEmpty() || who.get().holds(APPROVERS)) {
            waiting.grants(GrantState.REQUESTED, person, who.map(Waiting::organisation), most)
                    .forEach(grant -> all.add(new Waits(
                            item(grant, "queue.grant-approve", "queue-action.approve"),
                            Audience.holding(APPROVERS).at(grant.organisation()).except(grant.involved()))));
        }
        if (who.isEmpty() || who.get().holds(CHECKERS)) {
            waiting.grants(GrantState.APPROVED, person, Optional.empty(), most)
                    .forEach(grant -> all.add(new Waits(
                            item(grant, "queue.grant-check", "queue-action.check"),
                            Audience.holding(CHECKERS).except(grant.involved()))));
        }
        return all;
    }

    /** It is due when the grant is to begin: later, the person waits. */
    private static QueueItem item(WaitingAccess.Grant grant, String text, String action) {
        return new QueueItem(
                new Subject("grant", grant.id()),
                text,
                Map.of(
                        "personEn", grant.personName().in(ReadingLanguage.EN),
                        "personJa", grant.personName().in(ReadingLanguage.JA),
                        "agreement", grant.agreementNumber()),
                Optional.of(Days.startOf(grant.firstDay())),
                "queue-consequence.grant",
                action,
                "/agreement?tab=people&id=" + grant.agreement());
    }
}
