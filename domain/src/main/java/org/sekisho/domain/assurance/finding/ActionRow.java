package org.sekisho.domain.assurance.finding;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Days;

/**
 * A corrective action as lists show it.
 *
 * @param findingNumber the number of the finding within the same engagement
 * @param statement the id of the statement that holds what it does
 * @param sealedPlan what it does, as ciphertext; empty where the reader may not see it
 * @param replaces the number of the action that it replaces
 * @param replacementDue where it didn't help: the day until which another has to be done
 */
public record ActionRow(
        UUID id,
        UUID engagement,
        String engagementNumber,
        UUID finding,
        int findingNumber,
        int number,
        UUID organisationId,
        String organisation,
        FindingSeverity severity,
        LocalDate due,
        ActionState state,
        Optional<UUID> statement,
        Optional<byte[]> sealedPlan,
        Optional<Integer> replaces,
        Optional<LocalDate> replacementDue,
        Optional<Instant> reportedAt,
        Optional<Instant> judgedAt) {

    /** The day that counts: that of what has to replace it where it didn't help, else its own. */
    public LocalDate lastDay() {
        return replacementDue.orElse(due);
    }

    /** Whether its day has passed: nothing was reported by then, or nothing replaced what didn't help. */
    public boolean isOverdue(LocalDate today) {
        return switch (state) {
            case OPEN, NOT_EFFECTIVE -> today.isAfter(lastDay());
            case REPORTED -> reportedAt.filter(at -> Days.of(at).isAfter(due)).isPresent();
            case VERIFIED, REPLACED -> false;
        };
    }
}
