package org.sekisho.proof.time;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is signed of a token beside its content (RFC 5652, section 5.3; RFC 5035 and RFC 5816 for the certificate). Each of those that count
 * stands there once, with one value.
 *
 * @param digest of the content
 * @param certificateDigest Java's name of the digest that names the certificate
 * @param certificate the digest of the signer's certificate
 */
record SignedAttributes(byte[] digest, String certificateDigest, byte[] certificate) {

    private static final String CONTENT_TYPE = "2a864886f70d010903";
    private static final String MESSAGE_DIGEST = "2a864886f70d010904";
    private static final String SIGNING_CERTIFICATE = "2a864886f70d010910020c";
    private static final String SIGNING_CERTIFICATE_V2 = "2a864886f70d010910022f";

    static SignedAttributes parse(List<Der> attributes) throws TimeException {
        Der type = find(attributes, CONTENT_TYPE);
        Der digest = find(attributes, MESSAGE_DIGEST);
        if (type == null || digest == null || !type.oid().equals(TimeStamp.TOKEN_INFO)) {
            throw new TimeException(TimeProblem.TOKEN_MALFORMED);
        }
        Der second = find(attributes, SIGNING_CERTIFICATE_V2);
        Der first = find(attributes, SIGNING_CERTIFICATE);
        if (second != null) {
            List<Der> named = named(second);
            boolean sha256 = Der.get(named, 0).tag() == Der.OCTETS;
            String name = sha256 ? "SHA-256" : Algorithms.digest(named.get(0).algorithm());
            return new SignedAttributes(
                    digest.octets(), name, Der.get(named, sha256 ? 0 : 1).octets());
        }
        if (first == null) {
            throw new TimeException(TimeProblem.TOKEN_MALFORMED);
        }
        return new SignedAttributes(
                digest.octets(), "SHA-1", Der.get(named(first), 0).octets());
    }

    /** The first certificate that is named is the signer's. */
    private static List<Der> named(Der signingCertificate) throws TimeException {
        Der certificates = Der.get(signingCertificate.children(Der.SEQUENCE), 0);
        return Der.get(certificates.children(Der.SEQUENCE), 0).children(Der.SEQUENCE);
    }

    private static @Nullable Der find(List<Der> attributes, String type) throws TimeException {
        List<Der> found = new ArrayList<>();
        for (Der attribute : attributes) {
            List<Der> parts = attribute.children(Der.SEQUENCE);
            Der.require(parts.size() == 2);
            if (parts.get(0).oid().equals(type)) {
                found.add(parts.get(1).only(Der.SET));
            }
        }
        Der.require(found.size() <= 1);
        return found.isEmpty() ? null : found.get(0);
    }
}
