package org.sekisho.domain.playbook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a playbook as a list and a pack show it.
 *
 * @param organisationName the organisation's name in the reader's language
 * @param version the playbook's own version, from 1
 * @param lastExercisedOn the newest exercise of this version or of one before
 */
public record PlaybookRow(
        UUID id,
        int rowVersion,
        UUID organisation,
        String organisationName,
        String code,
        int version,
        String titleEn,
        String titleJa,
        PlaybookState state,
        UUID draftedBy,
        Optional<UUID> approvedBy,
        Optional<Instant> approvedAt,
        Optional<LocalDate> lastReviewedOn,
        Optional<LocalDate> lastExercisedOn) {}
