package org.sekisho.domain.vault;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Which key the database was written with.
 *
 * @param version of the organisation's key, from 1
 * @param fingerprint see {@link KeyStore#fingerprint}
 * @param destroyedAt when its destruction was decided; the key store carries it out after that
 * @param madeAt when it was written down first; empty where that was before the portal noted it
 */
public record KeyFingerprint(
        UUID organisation, int version, String fingerprint, Optional<Instant> destroyedAt, Optional<Instant> madeAt) {

    /** One that is being made. */
    public KeyFingerprint(UUID organisation, int version, String fingerprint, Optional<Instant> destroyedAt) {
        this(organisation, version, fingerprint, destroyedAt, Optional.empty());
    }
}
