package org.sekisho.domain.report.embargo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** What embargoes ask of people, and what they are told of them. */
public interface WaitingEmbargoes {

    /**
     * An answer that an organisation hasn't given to the present end.
     *
     * @param owner whose embargo it is
     * @param asked the organisation
     */
    record WaitingAnswer(UUID embargo, Name owner, UUID asked, Instant answerBy) {}

    /** Answers outstanding in embargoes that run, the next day to answer first; of one organisation where somebody asks. */
    List<WaitingAnswer> unanswered(Optional<Waiting> who, int most, Instant now);

    /**
     * An embargo that ends soon, or ended or was broken lately.
     *
     * @param agreed the organisations that agreed to keep it, as far as the reader sees them
     */
    record Turn(UUID embargo, UUID organisation, Name owner, EmbargoState state, Instant until, Set<UUID> agreed) {

        public Turn {
            agreed = Set.copyOf(agreed);
        }
    }

    /** Embargoes that run and end by a moment, or don't run any more since another; the first end first. */
    List<Turn> turns(Instant endsBy, Instant overSince, int most);
}
