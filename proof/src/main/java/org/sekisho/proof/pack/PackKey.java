package org.sekisho.proof.pack;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.Sha256;

/**
 * An Ed25519 public key (RFC 8410) as it stands in a pack and on paper: a PEM file with its SubjectPublicKeyInfo
 * (RFC 7468, section 13), and a fingerprint of that.
 */
public final class PackKey {

    /** Where the key that signed a pack stands in it. */
    public static final String PATH = "keys/pack.pem";

    private static final String ALGORITHM = "Ed25519";
    private static final int LINE = 64;
    private static final Pattern PEM = Pattern.compile(
            "-----BEGIN PUBLIC KEY-----\\r?\\n([A-Za-z0-9+/=\\r\\n]{1,200})-----END PUBLIC KEY-----(?:\\r?\\n)?");
    private static final Pattern FINGERPRINT = Pattern.compile("SHA256:[A-Za-z0-9+/]{43}");

    private final PublicKey key;

    private PackKey(PublicKey key) {
        this.key = key;
    }

    /** @throws IllegalArgumentException when the key isn't one of Ed25519 */
    public static PackKey of(PublicKey key) {
        return decode(key.getEncoded())
                .orElseThrow(() -> new IllegalArgumentException("Not an Ed25519 key: " + key.getAlgorithm()));
    }

    /** @throws IllegalArgumentException when the bytes (DER) aren't an Ed25519 key */
    public static PackKey of(byte[] subjectPublicKeyInfo) {
        return decode(subjectPublicKeyInfo).orElseThrow(() -> new IllegalArgumentException("Not an Ed25519 key"));
    }

    /** The key of a PEM file; empty when it isn't an Ed25519 public key in PEM. */
    public static Optional<PackKey> fromPem(byte[] file) {
        Matcher pem = PEM.matcher(new String(file, StandardCharsets.US_ASCII));
        if (!pem.matches()) {
            return Optional.empty();
        }
        try {
            String base64 = pem.group(1).replaceAll("[\\r\\n]", "");
            byte[] info = Base64.getDecoder().decode(base64);
            // Spare bits at the end would make many texts of one key.
            return Base64.getEncoder().encodeToString(info).equals(base64) ? decode(info) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<PackKey> decode(byte[] subjectPublicKeyInfo) {
        try {
            PublicKey key =
                    KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(subjectPublicKeyInfo));
            // Java finds out only here whether the bytes are a point of the curve.
            Signature.getInstance(ALGORITHM).initVerify(key);
            // Java passes over bytes behind the structure.
            return Arrays.equals(key.getEncoded(), subjectPublicKeyInfo)
                    ? Optional.of(new PackKey(key))
                    : Optional.empty();
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    /** Whether the text has the form of a fingerprint. */
    public static boolean isFingerprint(String text) {
        return FINGERPRINT.matcher(text).matches();
    }

    public PublicKey key() {
        return key;
    }

    /** The PEM file. */
    public String pem() {
        String base64 = Base64.getMimeEncoder(LINE, new byte[] {'\n'}).encodeToString(key.getEncoded());
        return "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n";
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackKey another && key.equals(another.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }

    /** "SHA256:" and the SHA-256 of the SubjectPublicKeyInfo (DER) in Base64 without padding. */
    public String fingerprint() {
        return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(Sha256.digest(key.getEncoded()));
    }
}
