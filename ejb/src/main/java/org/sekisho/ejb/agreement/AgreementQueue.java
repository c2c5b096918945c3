package org.sekisho.ejb.agreement;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.sekisho.domain.agreement.waiting.AgreementTask;
import org.sekisho.domain.agreement.waiting.Place;
import org.sekisho.domain.agreement.waiting.WaitingAgreements;
import org.sekisho.domain.agreement.waiting.WaitingTask;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Agreements to negotiate, to sign, to resume and to continue. Three queries, for one person and for everyone alike. */
@ApplicationScoped
public class AgreementQueue implements QueueSource {

    @Inject
    private WaitingAgreements agreements;

    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        Optional<UUID> own = who.map(Waiting::organisation);
        LocalDate today = Days.of(now);
        Stream<WaitingTask> tasks = Stream.of(
                        agreements.inRound(own, most).stream().flatMap(party -> party.tasks(now).stream()),
                        agreements.inSigning(own, today, most).stream().flatMap(party -> party.tasks(now).stream()),
                        agreements.inForce(own, today, most).stream().flatMap(party -> party.tasks(now).stream()))
                .flatMap(each -> each);
        return tasks.map(task -> new Waits(item(task), task.audience())).toList();
    }

    private static QueueItem item(WaitingTask task) {
        Place place = task.place();
        return new QueueItem(
                new Subject("agreement-version", place.versionId()),
                "queue.agreement." + task.task().name(),
                Map.of("agreement", place.number(), "version", place.version(), "count", task.count()),
                task.due(),
                "queue-consequence.agreement." + task.task().name(),
                "queue-action.agreement." + task.task().name(),
                path(task.task(), place));
    }

    private static String path(AgreementTask task, Place place) {
        UUID id = place.agreement();
        return switch (task) {
            case OPEN_ROUND, NEGOTIATE, DECIDE_PROPOSALS, ANSWER_COMMENTS -> "/agreement?tab=clauses&id=" + id;
            case CONCLUDE_ROUND, TERM_ENDS -> "/agreement?id=" + id;
            case CONFIRM_SIGNATURE -> "/signature?agreement=" + id + "&version=" + place.version();
            case PLAN_APPROVAL, RECORD_APPROVAL -> "/approval?agreement=" + id;
            case ATTACH_SIGNATURE -> "/signature-attach?agreement=" + id;
            case SIGN, SIGN_AGAIN -> "/sign?agreement=" + id;
            case RECORD_AUTHORITY -> "/signing-authorities?organisation=" + place.organisation();
            case RESUME, RESUME_SECOND -> "/agreement-act?act=resume&id=" + id;
            case PREPARE_NEXT -> "/agreement-act?act=amend&id=" + id;
        };
    }
}
