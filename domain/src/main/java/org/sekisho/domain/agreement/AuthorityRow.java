package org.sekisho.domain.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** An authority to sign as a list shows it. */
public record AuthorityRow(
        UUID id,
        int version,
        UUID organisation,
        Optional<UUID> person,
        String holderName,
        AuthorityKind kind,
        String reference,
        LocalDate validUntil,
        Instant recordedAt,
        Optional<Instant> revokedAt) {}
