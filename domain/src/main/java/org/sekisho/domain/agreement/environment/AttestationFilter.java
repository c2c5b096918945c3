package org.sekisho.domain.agreement.environment;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which attestations a list shows; what is empty doesn't narrow.
 *
 * @param environment the code in the clause
 * @param states any of these; empty for all
 * @param validUntilBefore those whose last day lies before this day: what has to be renewed
 */
public record AttestationFilter(
        Optional<UUID> agreement,
        Optional<String> environment,
        Set<AttestationState> states,
        Optional<LocalDate> validUntilBefore) {

    public AttestationFilter {
        states = Set.copyOf(states);
    }

    /** Every attestation the asker may see. */
    public static AttestationFilter all() {
        return new AttestationFilter(Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /** The attestations under one agreement. */
    public static AttestationFilter under(UUID agreement) {
        return new AttestationFilter(Optional.of(agreement), Optional.empty(), Set.of(), Optional.empty());
    }
}
