package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.report.embargo.EmbargoState;
import org.sekisho.domain.report.embargo.EmbargoView;
import org.sekisho.domain.report.embargo.EmbargoView.EmbargoLine;
import org.sekisho.domain.report.embargo.EmbargoView.Participant;

/**
 * One embargo.
 *
 * @param organisation whose it is
 * @param zone in which its end was meant
 * @param participants as far as the caller may know them: a participant sees itself alone
 * @param reason why it ended or how it was broken; for its owner
 * @param own what the caller's organisation said, where it was asked
 * @param steps what happened, in order, as far as the caller may know; empty in lists
 */
public record EmbargoAnswer(
        UUID id,
        UUID report,
        UUID organisation,
        Name organisationName,
        Instant until,
        String zone,
        Instant proposedAt,
        EmbargoState state,
        Instant stateAt,
        List<Participant> participants,
        Optional<String> reason,
        Optional<Participant> own,
        List<EmbargoLine> steps) {

    public EmbargoAnswer {
        participants = List.copyOf(participants);
        steps = List.copyOf(steps);
    }

    static EmbargoAnswer of(EmbargoView view) {
        return new EmbargoAnswer(
                view.id(),
                view.report(),
                view.organisation(),
                view.organisationName(),
                view.until(),
                view.zone().getId(),
                view.proposedAt(),
                view.state(),
                view.stateAt(),
                view.participants(),
                view.reason(),
                view.own(),
                view.steps());
    }
}
