package org.sekisho.ejb.access;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.access.WaitingAccess;
import org.sekisho.domain.agreement.phase.EvaluationView;
import org.sekisho.domain.agreement.phase.PhaseDirectory;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Evaluations of a phase whose values are complete, and on which the organisation hasn't voted. */
@ApplicationScoped
public class VoteQueue implements QueueSource {

    private static final Set<String> VOTERS = Set.of(Role.SIGNATORY.name(), Role.CISO.name());

    @Inject
    private WaitingAccess waiting;

    @Inject
    private PhaseDirectory phases;

    @Override
    public List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        if (who.roles().stream().noneMatch(VOTERS::contains)) {
            return List.of();
        }
        return waiting.openEvaluations(who.organisation(), most).stream()
                .filter(vote -> phases.find(vote.id())
                        .filter(evaluation -> waitsFor(evaluation, who))
                        .isPresent())
                .map(VoteQueue::item)
                .sorted(QueueItem.OLDEST_CLOCK_FIRST)
                .toList();
    }

    private static boolean waitsFor(EvaluationView evaluation, Waiting who) {
        return evaluation.waitingFor().contains(who.organisation())
                && evaluation.criteria().stream().allMatch(EvaluationView.Criterion::met);
    }

    private static QueueItem item(WaitingAccess.Vote vote) {
        return new QueueItem(
                new Subject("evaluation", vote.id()),
                "queue.phase-vote",
                Map.of("agreement", vote.agreementNumber(), "phase", vote.to().name()),
                Optional.empty(),
                "queue-consequence.phase-vote",
                "queue-action.decide",
                "/agreement?tab=phases&id=" + vote.agreement());
    }
}
