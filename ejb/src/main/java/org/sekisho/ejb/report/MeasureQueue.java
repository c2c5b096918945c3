package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.DutyRoster;
import org.sekisho.domain.report.review.WaitingMeasures;
import org.sekisho.domain.report.review.WaitingMeasures.WaitingMeasure;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Interim measures: the authority's duty officers are told of one until somebody confirmed having read of it, and the institution until the
 * full review has begun. Past its time coordinators and the duty officers on duty are alerted. The CISO is asked to undo what has ended.
 */
@ApplicationScoped
public class MeasureQueue implements QueueSource {

    private static final Set<Role> DUTY = Set.of(Role.DUTY_OFFICER);
    private static final Set<Role> COORDINATORS = Set.of(Role.COORDINATOR);
    private static final Set<Role> CISOS = Set.of(Role.CISO);
    private static final Set<Role> SUBMITTERS = Set.of(Role.ANALYST, Role.SECURITY_REVIEWER, Role.CISO);

    @Inject
    private WaitingMeasures waiting;

    @Inject
    private DutyRoster roster;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        if (holds(who, DUTY)) {
            waiting.unread(who, Days.of(now), most)
                    .forEach(each -> all.add(new Waits(unread(each), audience(DUTY, each))));
            Map<UUID, Set<UUID>> onDuty = roster.onDuty(now);
            waiting.lateAtAuthorities(who, Days.of(now), most)
                    .forEach(each -> all.add(new Waits(late(each), onDuty(each, onDuty))));
        }
        if (holds(who, COORDINATORS)) {
            waiting.late(most).forEach(each -> all.add(new Waits(late(each), Audience.holding(COORDINATORS))));
        }
        if (holds(who, SUBMITTERS)) {
            waiting.unreviewed(who, most)
                    .forEach(each -> all.add(new Waits(unreviewed(each, now), audience(SUBMITTERS, each))));
        }
        if (holds(who, CISOS)) {
            waiting.over(who, most).forEach(each -> all.add(new Waits(over(each), audience(CISOS, each))));
        }
        return all;
    }

    private static boolean holds(Optional<Waiting> who, Set<Role> roles) {
        return who.isEmpty() || who.get().holds(roles);
    }

    /** All duty officers where nobody is on the roster. */
    private static Audience onDuty(WaitingMeasure measure, Map<UUID, Set<UUID>> onDuty) {
        Audience all = audience(DUTY, measure);
        Set<UUID> present = onDuty.get(measure.organisation());
        return present == null ? all : all.only(present);
    }

    private static Audience audience(Set<Role> roles, WaitingMeasure measure) {
        return Audience.holding(roles).at(measure.organisation());
    }

    private static QueueItem unread(WaitingMeasure measure) {
        return item(
                measure,
                "queue.measure-unread",
                measure.expiresAt(),
                "queue-consequence.measure-unread",
                "queue-action.open");
    }

    private static QueueItem late(WaitingMeasure measure) {
        return item(
                measure,
                "queue.measure-late",
                measure.reviewDueAt(),
                "queue-consequence.measure-late",
                "queue-action.open");
    }

    private static QueueItem over(WaitingMeasure measure) {
        return item(
                measure,
                "queue.measure-over",
                measure.expiresAt(),
                "queue-consequence.measure-over",
                "queue-action.open");
    }

    private static QueueItem unreviewed(WaitingMeasure measure, Instant now) {
        boolean late = !now.isBefore(measure.reviewDueAt());
        return item(
                measure,
                "queue.measure-unreviewed",
                measure.reviewDueAt(),
                late ? "queue-consequence.measure-late" : "queue-consequence.measure-unreviewed",
                "queue-action.open");
    }

    private static QueueItem item(WaitingMeasure measure, String text, Instant due, String consequence, String action) {
        return new QueueItem(
                new Subject("measure", measure.id()),
                text,
                Map.of(
                        "report", measure.reference(),
                        "kind", measure.kind().name(),
                        "ownerEn", measure.owner().in(ReadingLanguage.EN),
                        "ownerJa", measure.owner().in(ReadingLanguage.JA)),
                Optional.of(due),
                consequence,
                action,
                "/report?id=" + measure.report());
    }
}
