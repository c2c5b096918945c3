package org.sekisho.domain.party.signin;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes by time (RFC 6238) with what every authenticator app understands: HMAC-SHA-1, six digits, steps of 30 seconds from
 * the Unix epoch. A code of the step before or after is taken for clocks that differ (section 5.2), and each step once only.
 */
public final class Totp {

    /** The last used step of a factor that was never used. */
    public static final long NEVER = -1;
    /** How long a code lives. */
    public static final Duration STEP = Duration.ofSeconds(30);
    /** How many digits a code has. */
    public static final int DIGITS = 6;
    /** How many steps a clock may differ to either side. */
    public static final int WINDOW = 1;
    /** The length of a secret in bytes: as long as the output of the hash (RFC 4226 section 4, R6). */
    public static final int SECRET_BYTES = 20;

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /** A new secret. */
    public static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The step in which an instant lies. */
    public static long step(Instant instant) {
        return Math.floorDiv(instant.getEpochSecond(), STEP.toSeconds());
    }

    /** The code of a step. */
    public static String code(byte[] secret, long step) {
        return code(secret, step, DIGITS);
    }

    /** The code of a step with another number of digits, 1 to 9 (RFC 4226 section 5.3). */
    static String code(byte[] secret, long step, int digits) {
        byte[] hash = hmac(secret, step);
        int offset = hash[hash.length - 1] & 0x0F;
        int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7FFF_FFFF;
        int modulus = 1;
        for (int i = 0; i < digits; i++) {
            modulus *= 10;
        }
        return String.format(Locale.ROOT, "%0" + digits + "d", number % modulus);
    }

    /**
     * Finds the step whose code this is. All steps of the window are compared, each in constant time.
     *
     * @param typed what the person typed; spaces in it don't matter, and full-width digits count as digits
     * @param lastUsed the step of the last code that was used, or {@link #NEVER}; codes of it and before it are refused
     * @return empty when the code is wrong, too old, or was used
     */
    public static OptionalLong match(byte[] secret, String typed, Instant now, long lastUsed) {
        byte[] code = digits(typed).getBytes(StandardCharsets.US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = step(now) - WINDOW; step <= step(now) + WINDOW; step++) {
            byte[] expected = code(secret, step).getBytes(StandardCharsets.US_ASCII);
            if (MessageDigest.isEqual(expected, code) && step > lastUsed) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /**
     * What the picture code for an authenticator app says (the key URI format of Google Authenticator, which the others read too).
     *
     * @param account the person's address
     */
    public static String uri(byte[] secret, String issuer, String account) {
        return "otpauth://totp/" + encode(issuer) + ":" + encode(account) + "?secret=" + base32(secret) + "&issuer="
                + encode(issuer) + "&algorithm=SHA1&digits=" + DIGITS + "&period=" + STEP.toSeconds();
    }

    /** The secret for typing into an app: base32 without padding (RFC 4648 section 6). */
    public static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int held = 0;
        for (byte each : secret) {
            held = (held << 8) | (each & 0xFF);
            bits += 8;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((held >> bits) & 0x1F));
            }
            held &= (1 << bits) - 1;
        }
        if (bits > 0) {
            text.append(BASE32.charAt((held << (5 - bits)) & 0x1F));
        }
        return text.toString();
    }

    private static byte[] hmac(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA1", e);
        }
    }

    private static String digits(String typed) {
        StringBuilder digits = new StringBuilder();
        typed.codePoints()
                .filter(each -> !Character.isSpaceChar(each) && !Character.isWhitespace(each))
                .limit(DIGITS + 1L)
                .forEach(each -> {
                    int digit = Character.digit(each, 10);
                    digits.append(digit < 0 ? "?" : String.valueOf(digit));
                });
        return digits.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
