package org.sekisho.domain.vault;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import org.sekisho.proof.hash.Sha256;

/**
 * The key that the portal signs documents for people with, and the certificate that it issued to itself: readers of PDF know no bare keys.
 *
 * @param secret ECDSA on P-256
 */
public record DocumentKey(PrivateKey secret, X509Certificate certificate) {

    private static final int LINE = 64;

    /** The certificate's fingerprint: SHA-256 of its DER form, 64 lower-case hexadecimal digits. */
    public String fingerprint() {
        return fingerprint(certificate);
    }

    /** Whether documents may be signed with it at a time. */
    public boolean isValidAt(Instant time) {
        return !time.isBefore(certificate.getNotBefore().toInstant())
                && !time.isAfter(certificate.getNotAfter().toInstant());
    }

    /** The fingerprint of a certificate. */
    public static String fingerprint(X509Certificate certificate) {
        return Sha256.hex(der(certificate));
    }

    /** A fingerprint as tools print it: {@code 3F:07:…}. */
    public static String readable(String fingerprint) {
        return fingerprint.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }

    /** A certificate as a PEM file (RFC 7468, section 5). */
    public static String pem(X509Certificate certificate) {
        String base64 = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der(certificate));
        return "-----BEGIN CERTIFICATE-----\n" + base64 + "\n-----END CERTIFICATE-----\n";
    }

    private static byte[] der(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("A certificate that was read has a form", e);
        }
    }
}
