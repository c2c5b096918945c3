package org.sekisho.persistence.vault;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.X500NameBuilder;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Makes a key for documents and the certificate that it issues to itself (RFC 5280). ECDSA on P-256 and not Ed25519, which readers of PDF
 * don't know. Java's own providers do the cryptography.
 */
final class DocumentKeyMaker {

    static final String ALGORITHM = "EC";
    static final String SIGNATURE = "SHA256withECDSA";

    private static final String CURVE = "secp256r1";
    /** Long enough that no document outlives it soon, and short enough that someone thinks of rotating. */
    private static final int YEARS = 10;
    /** Clocks of nodes and of readers differ a little. */
    private static final Duration EARLIER = Duration.ofDays(1);

    /** RFC 5280, appendix A.1: ub-organization-name. */
    private static final int NAME_LIMIT = 64;

    private static final int SERIAL_BITS = 159;
    private static final SecureRandom RANDOM = new SecureRandom();

    private DocumentKeyMaker() {}

    /**
     * The file: the private key and the certificate.
     *
     * @param portal where the portal is reached, which the certificate names
     */
    static byte[] make(String portal, Instant now) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(ALGORITHM);
            generator.initialize(new ECGenParameterSpec(CURVE));
            KeyPair pair = generator.generateKeyPair();
            String file = Pem.block("PRIVATE KEY", pair.getPrivate().getEncoded())
                    + Pem.block("CERTIFICATE", certificate(pair, portal, now));
            return file.getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("Every Java has P-256 and X.509", e);
        }
    }

    private static byte[] certificate(KeyPair pair, String portal, Instant now)
            throws GeneralSecurityException, OperatorCreationException, IOException {
        X500Name name = new X500NameBuilder()
                .addRDN(BCStyle.O, portal.substring(0, Math.min(portal.length(), NAME_LIMIT)))
                .addRDN(BCStyle.CN, "sekisho-documents")
                .build();
        Instant from = now.minus(EARLIER);
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                name,
                new BigInteger(SERIAL_BITS, RANDOM).setBit(SERIAL_BITS - 1),
                Date.from(from),
                Date.from(from.atOffset(ZoneOffset.UTC).plusYears(YEARS).toInstant()),
                name,
                pair.getPublic());
        builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
        builder.addExtension(
                Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation));
        builder.addExtension(
                Extension.subjectKeyIdentifier,
                false,
                new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
        return builder.build(new JcaContentSignerBuilder(SIGNATURE).build(pair.getPrivate()))
                .getEncoded();
    }
}
