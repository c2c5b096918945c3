package org.sekisho.domain.agreement.environment;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Attestations as pages, lists and packs read them. */
public interface EnvironmentDirectory {

    /** Sorted by {@code environment} (the list's own order, the newest attestation first), {@code validUntil} or {@code state}. */
    Page<AttestationRow> list(AttestationFilter filter, PageRequest page);

    Optional<AttestationRow> find(UUID id);
}
