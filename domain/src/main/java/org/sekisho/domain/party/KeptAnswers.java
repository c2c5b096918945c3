package org.sekisho.domain.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Answers kept under Idempotency-Keys, per person, method and path. */
public interface KeptAnswers {

    /** How long a key is remembered. */
    Duration KEPT = Duration.ofHours(24);

    /** The answer kept under this key and not yet forgotten. */
    Optional<KeptAnswer> find(UUID person, String operation, String key, Instant now);

    /**
     * Keeps an answer in the running transaction. When another transaction keeps one under the same key, one of the two fails with
     * a unique violation, and with it its act.
     */
    void keep(UUID person, String operation, String key, KeptAnswer answer, Instant now);

    /** @param bodyHash SHA-256 of the request's body, hexadecimal */
    record KeptAnswer(String bodyHash, String answer) {}
}
