package org.sekisho.domain.report.review;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.party.Actor;

/** The votes of one review, and what follows from them. A vote counts only for the revision that it was cast on. */
final class Votes {

    private final List<Vote> votes;
    private final String revisionHash;

    Votes(List<Vote> votes, String revisionHash) {
        this.votes = votes;
        this.revisionHash = revisionHash;
    }

    List<Vote> in(ReviewStage stage) {
        return votes.stream()
                .filter(vote -> vote.stage().id().equals(stage.id()))
                .toList();
    }

    /** How many people agreed in the stage to the revision under review. */
    long agreed(ReviewStage stage) {
        return in(stage).stream()
                .filter(vote -> vote.choice().agrees() && vote.revisionHash().equals(revisionHash))
                .map(Vote::person)
                .distinct()
                .count();
    }

    List<String> votersIn(ReviewStage stage) {
        return in(stage).stream().map(vote -> vote.person().toString()).toList();
    }

    boolean has(UUID person) {
        return votes.stream().anyMatch(vote -> vote.person().equals(person));
    }

    Set<UUID> organisations() {
        return votes.stream().map(Vote::organisation).collect(Collectors.toUnmodifiableSet());
    }

    List<Vote> openTo(Actor reader) {
        return votes.stream()
                .filter(vote -> vote.stage().state().isClosed()
                        || reader.person().filter(vote.person()::equals).isPresent())
                .toList();
    }
}
