package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.certificate.CertificateFacts;
import org.sekisho.domain.assurance.pack.PackRow;
import org.sekisho.domain.assurance.pack.PackState;

/**
 * A pack as the interface tells it.
 *
 * @param state QUEUED, BUILDING, READY or FAILED
 * @param failure the code of why it failed
 * @param size of the file in bytes, once it is ready
 * @param certificateSha256 fingerprint of the certificate that it is encrypted for; left out where it isn't encrypted
 * @param keyFingerprint of the key that signed, to compare with what was received on paper
 */
public record PackAnswer(
        UUID id,
        UUID audit,
        Optional<String> name,
        String state,
        Progress progress,
        Optional<String> label,
        Optional<Instant> requestedAt,
        Optional<Long> trailPosition,
        Optional<String> failure,
        Optional<Long> size,
        Optional<String> sha256,
        Optional<String> keyFingerprint,
        Optional<String> certificateSha256) {

    /** How far the building has come; nothing is counted before its first second. */
    public record Progress(
            int percent, int files, int allFiles, long bytes, long allBytes, int proofs, int allProofs) {}

    static PackAnswer of(PackRow row) {
        return new PackAnswer(
                row.id(),
                row.engagement(),
                Optional.of(row.name()),
                row.state().name(),
                new Progress(
                        row.progress().percent(),
                        row.progress().files(),
                        row.progress().allFiles(),
                        row.progress().bytes(),
                        row.progress().allBytes(),
                        row.progress().proofs(),
                        row.progress().allProofs()),
                Optional.of(row.label().name()),
                Optional.of(row.requestedAt()),
                Optional.of(row.trailPosition()),
                Optional.of(row.failure()).filter(failure -> !failure.isEmpty()),
                row.size().isPresent() ? Optional.of(row.size().getAsLong()) : Optional.empty(),
                row.sha256(),
                row.keyFingerprint(),
                row.certificate().map(CertificateFacts::sha256));
    }

    /** One that was requested just now. */
    static PackAnswer queued(UUID pack, UUID engagement) {
        return new PackAnswer(
                pack,
                engagement,
                Optional.empty(),
                PackState.QUEUED.name(),
                new Progress(0, 0, 0, 0, 0, 0, 0),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
