package org.sekisho.domain.assurance.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.hash.Sha256;

/**
 * An X.509 certificate whose key packs can be encrypted for. Who signed it isn't asked: an auditor compares the fingerprint with the file
 * that they made, and answers for it.
 */
public final class PackCertificate {

    /** The most bytes of a file: with a key of 8,192 bits and many names a certificate has some four thousand. */
    public static final int MOST_BYTES = 16 * 1024;
    /** The most characters of a subject. */
    public static final int SUBJECT_LIMIT = 1_000;
    /** A pack is confidential for longer than 2,048 bits are thought to hold (NIST SP 800-57 part 1, table 2: 128 bits of strength). */
    public static final int LEAST_RSA_BITS = 3_072;

    private static final int MOST_RSA_BITS = 8_192;

    private static final String BEGIN = "-----BEGIN ";
    private static final String PRIVATE = "PRIVATE KEY-----";
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----\\s*([A-Za-z0-9+/=\\s]+?)\\s*-----END CERTIFICATE-----");

    /** Positions of RFC 5280, section 4.2.1.3. */
    private static final int KEY_ENCIPHERMENT = 2;

    private static final int KEY_AGREEMENT = 4;

    private final X509Certificate certificate;
    private final byte[] der;
    private final KeyKind kind;
    private final int bits;
    private final String subject;

    private PackCertificate(byte[] der) {
        this.der = der;
        this.certificate = parse(der);
        PublicKey key = certificate.getPublicKey();
        this.kind = KeyKind.of(key).orElseThrow(() -> keyRefused(key.getAlgorithm()));
        this.bits = key instanceof RSAPublicKey rsa
                ? rsa.getModulus().bitLength()
                : ((ECPublicKey) key).getParams().getCurve().getField().getFieldSize();
        this.subject =
                Checks.optionalText(certificate.getSubjectX500Principal().getName(), "certificate", SUBJECT_LIMIT);
    }

    /**
     * Reads what an auditor gives: PEM, with other text around it or not, or DER.
     *
     * @throws Refusal {@code assurance.certificate-too-large}, {@code certificate-private-key}, {@code certificate-not-one},
     *     {@code certificate-unreadable}, {@code certificate-key}, {@code certificate-usage} or {@code certificate-not-valid}
     */
    public static PackCertificate of(byte[] file, Instant now) {
        Checks.check(file.length <= MOST_BYTES, AssuranceError.CERTIFICATE_TOO_LARGE, Map.of("limit", MOST_BYTES));
        PackCertificate given = new PackCertificate(der(file));
        given.requireStrength();
        given.requireUsage();
        Checks.check(
                given.isValid(now),
                AssuranceError.CERTIFICATE_NOT_VALID,
                Map.of("first", Days.of(given.validFrom()), "last", Days.of(given.validUntil())));
        return given;
    }

    /** One that was checked when it was given. */
    static PackCertificate kept(byte[] der) {
        return new PackCertificate(der.clone());
    }

    private static byte[] der(byte[] file) {
        String text = new String(file, StandardCharsets.ISO_8859_1);
        // A key that was shown to a portal isn't private any more: the reader has to learn it.
        Checks.check(!text.contains(PRIVATE), AssuranceError.CERTIFICATE_PRIVATE_KEY);
        if (!text.contains(BEGIN)) {
            return file.clone();
        }
        List<String> bodies =
                PEM.matcher(text).results().map(each -> each.group(1)).toList();
        Checks.check(bodies.size() == 1, AssuranceError.CERTIFICATE_NOT_ONE, Map.of("count", bodies.size()));
        try {
            return Base64.getMimeDecoder().decode(bodies.get(0));
        } catch (IllegalArgumentException garbled) {
            throw new Refusal(AssuranceError.CERTIFICATE_UNREADABLE);
        }
    }

    private static X509Certificate parse(byte[] der) {
        try {
            X509Certificate parsed = (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
            // Whatever stands behind it would be kept and shown to nobody.
            Checks.check(Arrays.equals(parsed.getEncoded(), der), AssuranceError.CERTIFICATE_UNREADABLE);
            return parsed;
        } catch (CertificateException unreadable) {
            throw new Refusal(AssuranceError.CERTIFICATE_UNREADABLE);
        }
    }

    private void requireStrength() {
        boolean strong = kind == KeyKind.EC || bits >= LEAST_RSA_BITS && bits <= MOST_RSA_BITS;
        if (!strong) {
            throw keyRefused(kind + " " + bits);
        }
    }

    private void requireUsage() {
        boolean[] usage = certificate.getKeyUsage();
        Checks.check(
                usage == null || usage[kind == KeyKind.RSA ? KEY_ENCIPHERMENT : KEY_AGREEMENT],
                AssuranceError.CERTIFICATE_USAGE,
                Map.of("needed", kind == KeyKind.RSA ? "keyEncipherment" : "keyAgreement"));
    }

    private static Refusal keyRefused(String found) {
        return new Refusal(AssuranceError.CERTIFICATE_KEY, Map.of("found", found, "least", LEAST_RSA_BITS));
    }

    /** Whether its time has come and isn't over. */
    public boolean isValid(Instant now) {
        return !now.isBefore(validFrom()) && !now.isAfter(validUntil());
    }

    /** For the libraries that encrypt. */
    public X509Certificate x509() {
        return certificate;
    }

    public byte[] der() {
        return der.clone();
    }

    /** The name in it (RFC 2253); empty where it has none. */
    public String subject() {
        return subject;
    }

    /** SHA-256 of the DER, lower-case hexadecimal; what {@code openssl x509 -fingerprint -sha256} prints. */
    public String sha256() {
        return Sha256.hex(der);
    }

    public KeyKind kind() {
        return kind;
    }

    /** Of the modulus, or of the curve's field. */
    public int bits() {
        return bits;
    }

    public Instant validFrom() {
        return certificate.getNotBefore().toInstant();
    }

    public Instant validUntil() {
        return certificate.getNotAfter().toInstant();
    }

    /** Groups of two digits with colons between them, as openssl and browsers show a fingerprint. */
    public static String grouped(String sha256) {
        return sha256.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PackCertificate certified && Arrays.equals(der, certified.der);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(der);
    }

    @Override
    public String toString() {
        return "Certificate " + sha256();
    }
}
