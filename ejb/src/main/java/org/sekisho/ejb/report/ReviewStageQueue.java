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
import java.util.function.Function;
import org.sekisho.domain.agreement.clause.ReviewClause.Side;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.review.DutyRoster;
import org.sekisho.domain.report.review.WaitingReviews;
import org.sekisho.domain.report.review.WaitingReviews.WaitingStage;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Reports that wait for a reviewer; and stages past their clock, of which coordinators and the side's duty officers are alerted. Three queries
 * for each of the two.
 */
@ApplicationScoped
public class ReviewStageQueue implements QueueSource {

    private static final Set<Role> COORDINATORS = Set.of(Role.COORDINATOR);
    private static final Set<Role> DUTY_OFFICERS = Set.of(Role.DUTY_OFFICER);

    @Inject
    private WaitingReviews reviews;

    @Inject
    private DutyRoster roster;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        List<Waits> all = new ArrayList<>();
        Map<UUID, Set<UUID>> onDuty = holds(who, DUTY_OFFICERS) ? roster.onDuty(now) : Map.of();
        for (Side side : Side.values()) {
            if (holds(who, WaitingStage.roles(side))) {
                add(all, reviews.deciding(side, who, most, now), "decide", each -> each.deciders().stream()
                        .toList());
            }
            if (holds(who, COORDINATORS)) {
                List<WaitingStage> late = reviews.late(side, Optional.empty(), most, now);
                add(all, late, "late", each -> List.of(Audience.holding(COORDINATORS)));
                if (who.isEmpty()) {
                    add(all, late, "late", each -> each.dutyOfficers(onDuty));
                }
            }
            if (who.isPresent() && holds(who, DUTY_OFFICERS)) {
                add(all, reviews.late(side, who, most, now), "late", each -> each.dutyOfficers(onDuty));
            }
        }
        return all;
    }

    private static boolean holds(Optional<Waiting> who, Set<Role> roles) {
        return who.isEmpty() || who.get().holds(roles);
    }

    private static void add(
            List<Waits> all, List<WaitingStage> stages, String what, Function<WaitingStage, List<Audience>> audience) {
        for (WaitingStage stage : stages) {
            audience.apply(stage)
                    .forEach(whom -> all.add(new Waits(
                            item(
                                    new Subject("review-stage", stage.id()),
                                    what,
                                    stage.place(),
                                    Optional.of(stage.due())),
                            whom)));
        }
    }

    private static QueueItem item(Subject subject, String what, WaitingReviews.Place place, Optional<Instant> due) {
        return new QueueItem(
                subject,
                "queue.report-" + what,
                Map.of("report", place.reference(), "agreement", place.agreement()),
                due,
                "queue-consequence.report-" + what,
                "queue-action.report-" + what,
                "/" + Report.KIND + "?id=" + place.report());
    }
}
