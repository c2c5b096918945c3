package org.sekisho.domain.agreement.training;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A training record as a list and a pack show it.
 *
 * @param organisationName the organisation's name in the reader's language
 * @param training the code in the people clause
 * @param recordedByName the name, where the asker may see that person
 * @param revocationReason empty unless revoked
 */
public record TrainingRow(
        UUID id,
        int version,
        UUID person,
        String personName,
        UUID organisation,
        String organisationName,
        String training,
        LocalDate completedOn,
        LocalDate validUntil,
        String evidence,
        TrainingState state,
        UUID recordedBy,
        Optional<String> recordedByName,
        Instant recordedAt,
        String revocationReason) {}
