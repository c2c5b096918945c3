package org.sekisho.domain.agreement.environment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.party.OrganisationKind;

/**
 * What an attestation says.
 *
 * @param attestedBy the organisation that attests the environment's soundness
 * @param attestedByKind what that organisation is, to be held against the clause
 * @param documentReference where the signed document is found: its number or title
 * @param documentHash SHA-256 of the document in hexadecimal, where it exists as a file
 * @param firstDay the first day in Tokyo on which it counts
 * @param validUntil the last such day
 */
public record Attestation(
        UUID attestedBy,
        OrganisationKind attestedByKind,
        String documentReference,
        Optional<String> documentHash,
        LocalDate firstDay,
        LocalDate validUntil) {}
