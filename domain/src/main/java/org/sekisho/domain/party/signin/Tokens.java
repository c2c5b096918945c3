package org.sekisho.domain.party.signin;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.sekisho.proof.hash.Sha256;

/** Random words that open something: the values of cookies, bearer tokens and one-time links. Only their hash is ever stored. */
public final class Tokens {

    /** 256 random bits: beyond guessing, so that a plain hash without salt is enough. */
    private static final int BYTES = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Tokens() {}

    /** A new token, of characters that need no escape in a URL, a cookie or a header. */
    public static String fresh() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** What is stored of a token: the SHA-256 of its characters. */
    public static byte[] hash(String token) {
        return Sha256.digest(token.getBytes(StandardCharsets.UTF_8));
    }
}
