package org.sekisho.ejb.party;

import java.time.Instant;

/**
 * Somebody is signed in.
 *
 * @param token the value of the cookie or the bearer token; it is told once and stored nowhere
 * @param expiresAt when the session ends in any case
 * @param language {@code en} or {@code ja}
 */
public record SignedIn(String token, Instant expiresAt, String language) {

    /** What an act returns that is refused after all; the choke point throws the refusal instead. */
    static SignedIn nobody() {
        return new SignedIn("", Instant.EPOCH, "");
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "SignedIn[" + expiresAt + "]";
    }
}
