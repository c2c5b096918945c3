package org.sekisho.proof.hash;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonValue;

/**
 * A promise about a value that gives nothing of it away: HMAC-SHA-256 of its canonical JSON under 32 random bytes. Whoever
 * has the key and the value can check the promise; once the key is erased nobody can tell the value from any other, and
 * what was built over the digest still holds.
 */
public final class Commitment {

    /** Bytes of a key: as many as a digest has. */
    public static final int KEY_LENGTH = 32;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;
    private final byte[] digest;

    private Commitment(byte[] key, byte[] digest) {
        this.key = key;
        this.digest = digest;
    }

    /** Commits to a value under a new random key. */
    public static Commitment create(JsonValue value) {
        byte[] key = new byte[KEY_LENGTH];
        RANDOM.nextBytes(key);
        return new Commitment(key, digest(key, value));
    }

    /** Whether the digest was made of this value under this key; takes the same time wherever they differ. */
    public static boolean verify(byte[] key, byte[] digest, JsonValue value) {
        return key.length == KEY_LENGTH && MessageDigest.isEqual(digest(key, value), digest);
    }

    /** The 32 random bytes; to be kept where they can be erased. */
    public byte[] key() {
        return key.clone();
    }

    /** The 32 bytes to publish. */
    public byte[] digest() {
        return digest.clone();
    }

    private static byte[] digest(byte[] key, JsonValue value) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(CanonicalJson.write(value));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
