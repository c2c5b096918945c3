package org.sekisho.ejb.report.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.AccessFactsSource;
import org.sekisho.domain.agreement.access.ChecklistFacts;
import org.sekisho.domain.report.intake.WaitingIntakes;
import org.sekisho.domain.report.intake.WaitingIntakes.BrokenIntake;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/**
 * Imports of reports that broke off, for whoever imported them; each attempt is an item of its own. One query, and where there are any,
 * a dozen for who may go on with them.
 */
@ApplicationScoped
public class IntakeQueue implements QueueSource {

    @Inject
    private WaitingIntakes intakes;

    @Inject
    private AccessFactsSource facts;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(WaitingIntakes.IMPORTERS)) {
            return List.of();
        }
        List<BrokenIntake> broken = intakes.brokenOff(who.map(Waiting::organisation), most, now);
        Map<UUID, ChecklistFacts> known = facts.loadChecklists(
                broken.stream().map(BrokenIntake::agreement).collect(Collectors.toUnmodifiableSet()), now);
        return broken.stream()
                .map(each -> waits(each, Objects.requireNonNull(known.get(each.agreement()))))
                .toList();
    }

    private static Waits waits(BrokenIntake broken, ChecklistFacts known) {
        return new Waits(item(broken), broken.audience(known.permitted(IntakeGate.ACTION)));
    }

    private static QueueItem item(BrokenIntake broken) {
        return new QueueItem(
                new Subject("report-import-attempt", broken.attemptId()),
                "queue.report-import-broken",
                Map.of(
                        "agreement",
                        broken.agreementNumber(),
                        "format",
                        broken.format().name()),
                Optional.empty(),
                "queue-consequence.report-import-broken",
                "queue-action.report-import-broken",
                "/report-import?id=" + broken.id());
    }
}
