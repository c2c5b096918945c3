package org.sekisho.domain.assurance.certificate;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A turn as lists show it.
 *
 * @param number from 1, in the order of the turns
 * @param certificate empty where it was withdrawn
 * @param by the name of who gave or withdrew it; empty once the person was erased
 */
public record CertificateRow(
        UUID id,
        UUID engagement,
        int number,
        Optional<CertificateFacts> certificate,
        Optional<String> by,
        Instant at) {}
