package org.sekisho.ejb.shared;

import java.util.Optional;
import java.util.function.Function;

/**
 * A key under which a request is carried out once (per person, method and path, kept for 24 hours).
 *
 * @param key as the client sent it
 * @param operation method and path
 * @param bodyHash SHA-256 of the request's body, hexadecimal
 * @param render turns the use case's result, empty where it has none, into the answer that is kept and repeated
 * @param whole method and path of a request that does several acts, of which this is one: its key stands for one body, whichever of the acts
 *     were done
 */
public record Idempotency(
        String key,
        String operation,
        String bodyHash,
        Function<Optional<Object>, String> render,
        Optional<String> whole) {

    public Idempotency(String key, String operation, String bodyHash, Function<Optional<Object>, String> render) {
        this(key, operation, bodyHash, render, Optional.empty());
    }
}
