package org.sekisho.ejb.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.review.WaitingMeasures;
import org.sekisho.domain.report.review.WaitingMeasures.WaitingMeasure;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Interim measures: the authority's duty officers are told of one until somebody confirmed having read of it, and the institution until the
 * full review has begun.
 */
@ApplicationScoped
public class MeasureQueue implements QueueSource {

    private static final Set<Role> DUTY = Set.of(Role.DUTY_OFFICER);
    private static final Set<Role> SUBMITTERS = Set.of(Role.ANALYST, Role.SECURITY_REVIEWER, Role.CISO);

    @Inject
    private WaitingMeasures waiting;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        if (who.isEmpty() || who.get().holds(DUTY)) {
            waiting.unread(who, Days.of(now), most)
                    .forEach(each -> all.add(new Waits(unread(each), audience(DUTY, each))));
        }
        if (who.isEmpty() || who.get().holds(SUBMITTERS)) {
            waiting.unreviewed(who, most)
                    .forEach(each -> all.add(new Waits(unreviewed(each, now), audience(SUBMITTERS, each))));
        }
        return all;
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
