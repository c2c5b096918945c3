package org.sekisho.domain.assurance.certificate;

import java.time.Instant;

/**
 * What people are shown of a certificate.
 *
 * @param sha256 its fingerprint, lower-case hexadecimal
 * @param subject the name in it (RFC 2253); empty where it has none
 * @param bits of the modulus, or of the curve's field
 */
public record CertificateFacts(
        String sha256, String subject, KeyKind kind, int bits, Instant validFrom, Instant validUntil) {

    /** Of a certificate that was read. */
    public static CertificateFacts of(PackCertificate certificate) {
        return new CertificateFacts(
                certificate.sha256(),
                certificate.subject(),
                certificate.kind(),
                certificate.bits(),
                certificate.validFrom(),
                certificate.validUntil());
    }

    /** The fingerprint in groups of two digits, as openssl prints it. */
    public String fingerprint() {
        return PackCertificate.grouped(sha256);
    }

    /** Whether packs can't be encrypted for it any more. */
    public boolean isOver(Instant now) {
        return now.isAfter(validUntil);
    }
}
