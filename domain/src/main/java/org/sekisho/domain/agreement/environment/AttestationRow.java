package org.sekisho.domain.agreement.environment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * An attestation as a list and a pack show it.
 *
 * @param environment the code in the clause
 * @param attestedByName the name of the organisation that attests, in the reader's language
 * @param proposedByName the proposer's name, where the asker may see that person
 * @param reason why it was declined or withdrawn; empty otherwise
 */
public record AttestationRow(
        UUID id,
        int version,
        UUID agreement,
        String agreementNumber,
        String environment,
        UUID attestedBy,
        String attestedByName,
        String documentReference,
        Optional<String> documentHash,
        LocalDate firstDay,
        LocalDate validUntil,
        AttestationState state,
        UUID proposedBy,
        Optional<String> proposedByName,
        Instant proposedAt,
        Optional<UUID> decidedBy,
        Optional<Instant> decidedAt,
        String reason) {}
