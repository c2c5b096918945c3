package org.sekisho.domain.party;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** Answers kept under Idempotency-Keys, per person, method and path. */
public interface KeptAnswers {

    /** How long a key is remembered. */
    Duration KEPT = Duration.ofHours(24);

    /**
     * The answer kept under this key and not yet forgotten. While another transaction is at work under the key this waits for its
     * end; then the key is this transaction's until its own.
     */
    Optional<KeptAnswer> find(UUID person, String operation, String key, Instant now);

    /** Keeps an answer in the running transaction, after {@link #find} found none. */
    void keep(UUID person, String operation, String key, KeptAnswer answer, Instant now);

    /** @param bodyHash SHA-256 of the request's body, hexadecimal */
    record KeptAnswer(String bodyHash, String answer) {}
}
