package org.sekisho.domain.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An exercise as a playbook's page and a pack show it.
 *
 * @param version the version that was exercised
 * @param recordedByName the name, where the asker may see that person
 */
public record ExerciseRow(
        UUID id,
        UUID playbook,
        int version,
        LocalDate day,
        ExerciseKind kind,
        String evidence,
        UUID recordedBy,
        Optional<String> recordedByName,
        Instant recordedAt) {}
