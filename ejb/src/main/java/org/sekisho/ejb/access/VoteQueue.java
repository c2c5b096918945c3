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
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueItem;
import org.sekisho.domain.shared.QueueSource;
import org.sekisho.domain.shared.Subject;

/** Evaluations of a phase whose values are complete, and on which the organisation hasn't voted. */
@ApplicationScoped
public class VoteQueue implements QueueSource {

    private static final Set<Role> VOTERS = Set.of(Role.SIGNATORY, Role.CISO);

    @Inject
    private WaitingAccess waiting;

    @Inject
    private PhaseDirectory phases;

    /** One query finds the open evaluations, of which an agreement has one at most; each is then read as its page reads it. */
    @Override
    public List<Waits> waits(Optional<Waiting> who, int most, Instant now) {
        if (who.isPresent() && !who.get().holds(VOTERS)) {
            return List.of();
        }
        return waiting.openEvaluations(who.map(Waiting::organisation), most).stream()
                .flatMap(vote -> phases.find(vote.id()).stream()
                        .filter(VoteQueue::isComplete)
                        .flatMap(evaluation -> evaluation.waitingFor().stream())
                        .map(party ->
                                new Waits(item(vote), Audience.holding(VOTERS).at(party))))
                .toList();
    }

    private static boolean isComplete(EvaluationView evaluation) {
        return evaluation.criteria().stream().allMatch(EvaluationView.Criterion::met);
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
