package org.sekisho.domain.report.escalation;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.decision.EscalationLevel;

/**
 * An escalation as a list shows it: nothing of what the report says.
 *
 * @param reference the report's number within its organisation, as people say it
 * @param dueAt by when somebody has to acknowledge it; empty where nobody has to
 * @param raises how often its clock ran out
 * @param eased whether the newest evaluation asks for less
 * @param voluntary whether it is marked as given voluntarily, not to be made public
 */
public record EscalationRow(
        UUID id,
        UUID report,
        String reference,
        UUID organisation,
        String organisationName,
        UUID agreement,
        String agreementNumber,
        EscalationLevel level,
        EscalationState state,
        Instant openedAt,
        Instant toldAt,
        Optional<Instant> dueAt,
        int raises,
        Circle circle,
        boolean eased,
        boolean voluntary,
        Optional<Instant> acknowledgedAt) {

    /** Whether somebody should have acknowledged it by now. */
    public boolean overdue(Instant now) {
        return dueAt.filter(due -> !now.isBefore(due)).isPresent();
    }
}
