package org.sekisho.domain.agreement.access;

import java.time.LocalDate;
import java.util.UUID;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.party.OrganisationKind;

/**
 * An attestation of an environment as a decision sees it, in whatever state.
 *
 * @param environment the code in the environments clause
 */
public record AttestationFact(
        UUID agreement,
        String environment,
        OrganisationKind attestedByKind,
        LocalDate firstDay,
        LocalDate validUntil,
        AttestationState state) {}
