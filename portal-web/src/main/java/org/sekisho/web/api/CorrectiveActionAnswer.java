package org.sekisho.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.finding.ActionRow;

/**
 * A corrective action as the interface tells it.
 *
 * @param replaces the number of the action that it replaces
 * @param replacementDue where it didn't help: the day until which another has to be done
 */
public record CorrectiveActionAnswer(
        UUID id,
        int number,
        LocalDate due,
        String state,
        Optional<Integer> replaces,
        Optional<LocalDate> replacementDue,
        Optional<Instant> reportedAt,
        Optional<Instant> judgedAt) {

    static CorrectiveActionAnswer of(ActionRow row) {
        return new CorrectiveActionAnswer(
                row.id(),
                row.number(),
                row.due(),
                row.state().name(),
                row.replaces(),
                row.replacementDue(),
                row.reportedAt(),
                row.judgedAt());
    }
}
