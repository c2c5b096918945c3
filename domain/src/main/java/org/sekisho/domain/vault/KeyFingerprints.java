package org.sekisho.domain.vault;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The fingerprints of all keys the database was written with, in the database: what a node's keys are compared with. */
public interface KeyFingerprints {

    /** All, by organisation and version; the caller must see every organisation's. */
    List<KeyFingerprint> all();

    /** Those of one organisation, by version. */
    List<KeyFingerprint> of(UUID organisation);

    /** Adds one; nothing happens where the organisation has one of that version. */
    void add(KeyFingerprint fingerprint);

    /** Marks all versions of an organisation as destroyed; those that are marked keep their time. */
    void markDestroyed(UUID organisation, Instant now);
}
