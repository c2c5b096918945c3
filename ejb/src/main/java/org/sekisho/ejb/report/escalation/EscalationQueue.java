package org.sekisho.ejb.report.escalation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.escalation.Circle;
import org.sekisho.domain.report.escalation.Escalation;
import org.sekisho.domain.report.escalation.EscalationDirectory;
import org.sekisho.domain.report.escalation.EscalationDirectory.Authority;
import org.sekisho.domain.report.escalation.EscalationDirectory.Going;
import org.sekisho.domain.report.escalation.EscalationRoute;
import org.sekisho.domain.report.escalation.EscalationState;
import org.sekisho.domain.report.review.DutyRoster;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Escalations that wait: first for the institution's duty officers, who may add to them, then for those of every designated authority, and where
 * the clock ran out twice for the coordinators too. Three queries, for one person and for everyone alike.
 */
@ApplicationScoped
public class EscalationQueue implements QueueSource {

    private static final Set<Role> CONCERNED = Set.of(Role.DUTY_OFFICER, Role.COORDINATOR);

    /** So long what nobody has to answer waits for a word of the institution. */
    private static final Duration CONTEXT_WITHIN = Duration.ofHours(24);

    @Inject
    private EscalationDirectory directory;

    @Inject
    private DutyRoster roster;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(CONCERNED)) {
            return List.of();
        }
        EscalationRoute route = new EscalationRoute(
                directory.authorities(Days.of(now)).stream().map(Authority::id).collect(Collectors.toUnmodifiableSet()),
                roster.onDuty(now));
        List<Waits> waits = new ArrayList<>();
        for (Going each : directory.going(Optional.empty(), most)) {
            if (isForInstitution(each, now)) {
                waits.add(new Waits(item(each, "context", false), route.institution(each.organisation())));
            }
            if (route.leadsNowhere() && isUnread(each)) {
                QueueItem item = item(each, "unaddressed", true);
                route.unaddressed(each.organisation()).forEach(whom -> waits.add(new Waits(item, whom)));
            }
            authority(each, now).ifPresent(item -> route.authority(each.circle())
                    .forEach(whom -> waits.add(new Waits(item, whom))));
            if (each.circle() == Circle.COORDINATORS_TOO && each.state() == EscalationState.WAITING) {
                waits.add(new Waits(item(each, "alert", true), route.coordinators()));
            }
        }
        return waits;
    }

    private static boolean isUnread(Going going) {
        return going.state() == EscalationState.WAITING || going.state() == EscalationState.TOLD;
    }

    private static boolean isForInstitution(Going going, Instant now) {
        boolean told = going.state() == EscalationState.TOLD
                && now.isBefore(going.openedAt().plus(CONTEXT_WITHIN));
        return !going.contextAdded() && (told || going.state() == EscalationState.WAITING);
    }

    private static Optional<QueueItem> authority(Going going, Instant now) {
        if (now.isBefore(going.toldAt())) {
            return Optional.empty();
        }
        return switch (going.state()) {
            case WAITING -> Optional.of(item(going, going.raises() > 0 ? "raised" : "acknowledge", true));
            case TOLD -> Optional.of(item(going, "read", false));
            case ACKNOWLEDGED -> going.eased() ? Optional.of(item(going, "eased", false)) : Optional.empty();
            case STOOD_DOWN -> Optional.empty();
        };
    }

    private static QueueItem item(Going going, String what, boolean clock) {
        return new QueueItem(
                new Subject(Escalation.KIND, going.id()),
                "queue.escalation." + what,
                Map.of(
                        "report", going.reference(),
                        "level", going.level().name(),
                        "raises", going.raises(),
                        "organisationEn", going.organisationName().in(ReadingLanguage.EN),
                        "organisationJa", going.organisationName().in(ReadingLanguage.JA)),
                clock || going.state() == EscalationState.WAITING ? going.dueAt() : Optional.empty(),
                "queue-consequence.escalation." + what,
                "queue-action.escalation." + what,
                "/escalation?id=" + going.id());
    }
}
