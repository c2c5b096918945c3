package org.sekisho.domain.agreement.phase;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Phase;

/**
 * One row of an agreement's history of phases.
 *
 * @param endedAt empty for the present phase
 * @param evaluation what opened it
 * @param steppedBackBy who stepped back to it
 * @param reason why it was stepped back to; empty otherwise
 */
public record PhaseRow(
        UUID id,
        UUID agreement,
        Phase phase,
        Instant beganAt,
        Optional<Instant> endedAt,
        Optional<UUID> evaluation,
        Optional<UUID> steppedBackBy,
        String reason) {}
