package org.sekisho.domain.report.embargo;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;

/**
 * One embargo as its page shows it.
 *
 * @param reference of the report, as people say it; empty for who doesn't see the report
 * @param organisationName whose it is
 * @param participants as far as the reader may know them: a participant sees itself alone
 * @param reason why it ended or how it was broken; for its owner
 * @param own the reader's own answer, where its organisation was asked
 * @param steps what happened, in order, as far as the reader may know; empty in lists
 */
public record EmbargoView(
        UUID id,
        UUID report,
        Optional<String> reference,
        UUID organisation,
        Name organisationName,
        Instant until,
        ZoneId zone,
        Instant proposedAt,
        EmbargoState state,
        Instant stateAt,
        List<Participant> participants,
        Optional<String> reason,
        Optional<Participant> own,
        List<EmbargoLine> steps) {

    /**
     * Something that happened.
     *
     * @param organisation whom it is about, where it isn't about all
     * @param until the end that the embargo had from then on
     */
    public record EmbargoLine(EmbargoStep.Kind kind, Optional<Name> organisation, Instant until, Instant at) {}

    /** An organisation that was asked, and what it said. */
    public record Participant(
            UUID organisation, Name name, Consent consent, Instant answerBy, Optional<Instant> answeredAt) {}

    public EmbargoView {
        participants = List.copyOf(participants);
        steps = List.copyOf(steps);
    }
}
