package org.sekisho.domain.agreement.waiting;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.agreement.PartyRules;
import org.sekisho.domain.agreement.clause.PartyRole;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;

/**
 * A party to a version that is drafted or negotiated.
 *
 * @param roundEnds empty while it is a draft
 * @param roundClosed when somebody or time closed the round
 * @param proposals how many proposals of anybody's are undecided
 * @param proposers whose they are
 * @param comments how many comments of other parties came after the secretariat's last
 * @param spoke whether the party has commented or proposed in this round
 */
public record PartyInRound(
        Place place,
        Optional<Instant> roundEnds,
        Optional<Instant> roundClosed,
        int proposals,
        Set<UUID> proposers,
        int comments,
        boolean spoke) {

    private static final Set<Role> COORDINATOR = Set.of(Role.COORDINATOR);

    public PartyInRound {
        proposers = Set.copyOf(proposers);
    }

    /** What waits for the party. */
    public List<WaitingTask> tasks(Instant now) {
        boolean open = roundClosed.isEmpty() && roundEnds.filter(now::isBefore).isPresent();
        if (!place.is(PartyRole.SECRETARIAT)) {
            return open && !spoke
                    ? List.of(new WaitingTask(
                            AgreementTask.NEGOTIATE, place, roundEnds, place.holding(PartyRules.NEGOTIATORS)))
                    : List.of();
        }
        if (roundEnds.isEmpty()) {
            return List.of(
                    new WaitingTask(AgreementTask.OPEN_ROUND, place, Optional.empty(), place.holding(COORDINATOR)));
        }
        return forCoordinator(open);
    }

    private List<WaitingTask> forCoordinator(boolean open) {
        List<WaitingTask> tasks = new ArrayList<>();
        Optional<Instant> due = open ? roundEnds : Optional.empty();
        if (proposals > 0) {
            // Nobody decides on their own: when all are one person's, they wait for another.
            Audience deciding = place.holding(COORDINATOR).except(proposers.size() == 1 ? proposers : Set.of());
            tasks.add(new WaitingTask(AgreementTask.DECIDE_PROPOSALS, place, due, proposals, deciding));
        }
        if (open && comments > 0) {
            tasks.add(new WaitingTask(AgreementTask.ANSWER_COMMENTS, place, due, comments, place.holding(COORDINATOR)));
        }
        if (!open && proposals == 0) {
            tasks.add(new WaitingTask(AgreementTask.CONCLUDE_ROUND, place, due, place.holding(COORDINATOR)));
        }
        return tasks;
    }
}
