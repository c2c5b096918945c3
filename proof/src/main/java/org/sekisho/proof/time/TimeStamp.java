package org.sekisho.proof.time;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.sekisho.proof.hash.Sha256;

/**
 * Verifies the answer of a time-stamping authority (RFC 3161; CMS SignedData, RFC 5652): that it is of a file, and signed with the
 * certificate in it, which is one for time-stamping and nothing else.
 */
public final class TimeStamp {

    /** id-ct-TSTInfo. */
    static final String TOKEN_INFO = "2a864886f70d0109100104";

    private static final String SIGNED_DATA = "2a864886f70d010702";
    private static final String TIME_STAMPING = "1.3.6.1.5.5.7.3.8";
    private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
    private static final String SUBJECT_KEY_ID = "2.5.29.14";

    /** Granted, or granted with changes. */
    private static final Set<BigInteger> GRANTED = Set.of(BigInteger.ZERO, BigInteger.ONE);

    private static final int SIGNATURE = 5;

    private TimeStamp() {}

    /**
     * @param answer the file that the authority sent (TimeStampResp)
     * @param file what it has to be of
     * @throws TimeException with the first thing that is wrong
     */
    public static VerifiedTime verify(byte[] answer, byte[] file) throws TimeException {
        List<Der> parts = Der.parse(answer).children(Der.SEQUENCE);
        BigInteger status = Der.get(Der.get(parts, 0).children(Der.SEQUENCE), 0).integer();
        Der.require(parts.size() == 2 && GRANTED.contains(status));
        List<Der> signed = content(parts.get(1), SIGNED_DATA).children(Der.SEQUENCE);
        byte[] content = content(Der.get(signed, 2), TOKEN_INFO).octets();
        TokenInfo info = TokenInfo.parse(content);
        if (!MessageDigest.isEqual(info.imprint(), Sha256.digest(file))) {
            throw new TimeException(TimeProblem.TOKEN_OF_OTHER_FILE);
        }
        List<X509Certificate> certificates = certificates(Der.get(signed, 3));
        List<Der> signer = Der.get(signed, signed.size() - 1).only(Der.SET).children(Der.SEQUENCE);
        Der.require(signer.size() >= 6);
        X509Certificate certificate = verifySigner(signer, content, certificates);
        requireFit(certificate, info);
        return new VerifiedTime(info.time(), certificate, certificates);
    }

    /** What stands in a ContentInfo of that type. */
    private static Der content(Der contentInfo, String type) throws TimeException {
        List<Der> parts = contentInfo.children(Der.SEQUENCE);
        Der.require(parts.size() == 2 && parts.get(0).oid().equals(type));
        return parts.get(1).only(Der.CONTEXT_0);
    }

    private static List<X509Certificate> certificates(Der values) throws TimeException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Der value : values.children(Der.CONTEXT_0)) {
                certificates.add(
                        (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(value.encoded())));
            }
        } catch (CertificateException e) {
            throw new TimeException(TimeProblem.TOKEN_MALFORMED, e);
        }
        return certificates;
    }

    private static X509Certificate verifySigner(List<Der> signer, byte[] content, List<X509Certificate> certificates)
            throws TimeException {
        String digest = Algorithms.digest(signer.get(2).algorithm());
        Der attributes = signer.get(3);
        SignedAttributes signed = SignedAttributes.parse(attributes.children(Der.CONTEXT_0));
        String algorithm = Algorithms.signature(signer.get(4).algorithm(), digest);
        // Signed as the set that it is, not as the part that it stands as (RFC 5652, section 5.4).
        byte[] message = attributes.encoded();
        message[0] = Der.SET;
        try {
            X509Certificate certificate = named(signed, certificates);
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate.getPublicKey());
            signature.update(message);
            boolean holds = isIdentified(certificate, signer.get(1))
                    && MessageDigest.isEqual(MessageDigest.getInstance(digest).digest(content), signed.digest())
                    && signature.verify(signer.get(SIGNATURE).octets());
            if (holds) {
                return certificate;
            }
        } catch (GeneralSecurityException e) {
            throw new TimeException(TimeProblem.TOKEN_SIGNATURE_WRONG, e);
        }
        throw new TimeException(TimeProblem.TOKEN_SIGNATURE_WRONG);
    }

    private static X509Certificate named(SignedAttributes signed, List<X509Certificate> certificates)
            throws TimeException, GeneralSecurityException {
        for (X509Certificate certificate : certificates) {
            byte[] digest =
                    MessageDigest.getInstance(signed.certificateDigest()).digest(certificate.getEncoded());
            if (MessageDigest.isEqual(digest, signed.certificate())) {
                return certificate;
            }
        }
        throw new TimeException(TimeProblem.TOKEN_SIGNATURE_WRONG);
    }

    /** By issuer and serial number, or by the identifier of its key (RFC 5652, section 5.3). */
    private static boolean isIdentified(X509Certificate certificate, Der identifier)
            throws TimeException, GeneralSecurityException {
        if (identifier.tag() != Der.SEQUENCE) {
            byte[] extension = certificate.getExtensionValue(SUBJECT_KEY_ID);
            return identifier.tag() == (Der.CONTEXT_0 & ~0x20)
                    && extension != null
                    && Arrays.equals(Der.parse(Der.parse(extension).octets()).octets(), identifier.content());
        }
        List<Der> parts = identifier.children(Der.SEQUENCE);
        List<Der> body = Der.parse(certificate.getTBSCertificate()).children(Der.SEQUENCE);
        int serial = Der.get(body, 0).tag() == Der.CONTEXT_0 ? 1 : 0;
        return parts.size() == 2
                && Arrays.equals(parts.get(1).encoded(), Der.get(body, serial).encoded())
                && Arrays.equals(
                        parts.get(0).encoded(), Der.get(body, serial + 2).encoded());
    }

    /** RFC 3161, section 2.3. */
    private static void requireFit(X509Certificate certificate, TokenInfo info) throws TimeException {
        try {
            certificate.checkValidity(Date.from(info.time()));
            Set<String> critical = certificate.getCriticalExtensionOIDs();
            boolean fit = critical != null
                    && critical.contains(EXTENDED_KEY_USAGE)
                    && List.of(TIME_STAMPING).equals(certificate.getExtendedKeyUsage());
            if (!fit) {
                throw new TimeException(TimeProblem.TOKEN_CERTIFICATE_UNFIT);
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw new TimeException(TimeProblem.TOKEN_CERTIFICATE_UNFIT, e);
        }
    }
}
