package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A party's internal approval. Its levels are that party's own business: others see state, number and time, and no levels.
 *
 * @param levels empty for everyone but the party itself and an auditor engaged with it
 */
public record ApprovalRow(
        UUID id,
        int versionNumber,
        UUID organisation,
        int attempt,
        String contentHash,
        ApprovalState state,
        Instant plannedAt,
        Optional<String> decisionNumber,
        Optional<Instant> closedAt,
        List<Level> levels) {

    public ApprovalRow {
        levels = List.copyOf(levels);
    }

    /** One level: whose office, and what was decided there. */
    public record Level(
            int position,
            String title,
            Optional<Boolean> approved,
            Optional<String> name,
            Optional<LocalDate> decidedOn,
            String remark) {}
}
