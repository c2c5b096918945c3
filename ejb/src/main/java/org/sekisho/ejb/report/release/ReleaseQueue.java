package org.sekisho.ejb.report.release;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.release.Release;
import org.sekisho.domain.report.release.ReleaseReceipt;
import org.sekisho.domain.report.release.WaitingReleases;
import org.sekisho.domain.report.release.WaitingReleases.MissingApproval;
import org.sekisho.domain.report.release.WaitingReleases.MissingReceipt;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Releases that wait: for the approvals of the export clause, and for their recipients, who confirm receipt, and after a recall the
 * destruction. Two queries, for one person and for everyone alike.
 */
@ApplicationScoped
public class ReleaseQueue implements QueueSource {

    private static final Set<Role> APPROVERS =
            Set.of(Role.COORDINATOR, Role.SIGNATORY, Role.SECURITY_REVIEWER, Role.CISO, Role.AUTHORITY_REVIEWER);
    private static final Set<Role> RECEIVERS = Set.of(
            Role.SIGNATORY,
            Role.ANALYST,
            Role.SECURITY_REVIEWER,
            Role.CISO,
            Role.VENDOR_ENGINEER,
            Role.AUTHORITY_REVIEWER);

    @Inject
    private WaitingReleases releases;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        if (who.isEmpty() || who.get().holds(APPROVERS)) {
            for (MissingApproval each : releases.unapproved(who, most, now)) {
                audience(each).ifPresent(whom -> all.add(new Waits(approval(each), whom)));
            }
        }
        if (who.isEmpty() || who.get().holds(RECEIVERS)) {
            releases.unconfirmed(who, most).forEach(each -> all.add(new Waits(receipt(each), audience(each))));
        }
        return all;
    }

    /** As the approval itself is judged: of the owner, of the secretariat, or of an authority that sees the report. */
    private static Optional<Audience> audience(MissingApproval missing) {
        if (!APPROVERS.contains(missing.role())) {
            return Optional.empty();
        }
        Audience holders = Audience.holding(Set.of(missing.role())).except(missing.except());
        if (missing.role() == Role.COORDINATOR) {
            return Optional.of(holders);
        }
        Set<UUID> sides = new HashSet<>(missing.role() == Role.AUTHORITY_REVIEWER ? missing.authorities() : Set.of());
        sides.add(missing.organisation());
        return Optional.of(holders.at(sides));
    }

    private static Audience audience(MissingReceipt missing) {
        Audience receivers = Audience.holding(RECEIVERS).at(missing.recipient()).except(missing.confirmed());
        return missing.people().isEmpty() ? receivers : receivers.only(missing.people());
    }

    private static QueueItem approval(MissingApproval missing) {
        Name to = missing.recipient();
        return item(
                missing.release(),
                "approve",
                Map.of("toEn", to.in(ReadingLanguage.EN), "toJa", to.in(ReadingLanguage.JA)));
    }

    private static QueueItem receipt(MissingReceipt missing) {
        boolean recalled = missing.kind() == ReleaseReceipt.Kind.DESTROYED;
        return item(missing.release(), recalled ? "destroy" : "receive", Map.of());
    }

    private static QueueItem item(UUID release, String what, Map<String, Object> parameters) {
        return new QueueItem(
                new Subject(Release.KIND, release),
                "queue.release." + what,
                parameters,
                Optional.empty(),
                "queue-consequence.release." + what,
                "queue-action.release." + what,
                "/release?id=" + release);
    }
}
