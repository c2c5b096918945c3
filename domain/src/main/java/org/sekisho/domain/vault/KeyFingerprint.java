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
 */
public record KeyFingerprint(UUID organisation, int version, String fingerprint, Optional<Instant> destroyedAt) {}
