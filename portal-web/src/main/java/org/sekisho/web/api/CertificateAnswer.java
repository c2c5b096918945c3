package org.sekisho.web.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.certificate.CertificateRow;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/**
 * That a certificate for packs was given, or withdrawn.
 *
 * @param certificate left out where it was withdrawn
 * @param by the name of who did it
 */
public record CertificateAnswer(
        UUID id, UUID audit, int number, Optional<Certificate> certificate, Optional<String> by, Instant at) {

    /**
     * A certificate as the interface tells it.
     *
     * @param sha256 of its DER
     * @param key RSA or EC
     */
    public record Certificate(
            String sha256, String subject, String key, int bits, Instant validFrom, Instant validUntil) {

        private static Certificate of(CertificateFacts facts) {
            return new Certificate(
                    facts.sha256(),
                    facts.subject(),
                    facts.kind().name(),
                    facts.bits(),
                    facts.validFrom(),
                    facts.validUntil());
        }
    }

    static CertificateAnswer of(CertificateRow row) {
        return new CertificateAnswer(
                row.id(), row.engagement(), row.number(), row.certificate().map(Certificate::of), row.by(), row.at());
    }

    /** The file that a body holds as text: PEM as it stands, DER in Base64. */
    static byte[] file(String text) {
        try {
            return text.contains("-----")
                    ? text.getBytes(StandardCharsets.UTF_8)
                    : Base64.getDecoder().decode(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", "certificate");
        }
    }
}
