package org.sekisho.domain.assurance.pack;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.assurance.certificate.CertificateFacts;

/**
 * A pack as lists show it.
 *
 * @param requestedBy the name of who requested it; empty once the person was erased
 * @param trailPosition how many events the trail held when the list was fixed
 * @param begunAt when the building began, or began again last
 * @param endedAt when it became ready, or failed
 * @param failure the code of why it failed; empty otherwise
 * @param size in bytes of the file that is downloaded, once it is ready
 * @param sha256 of that file, once it is ready
 * @param keyFingerprint of the key that signed, once it is ready
 * @param proven by what checkpoint its events are proven; empty where they aren't, or it isn't ready
 * @param certificate that it is encrypted for; empty where it isn't encrypted
 * @param lastDownloadAt when a download last began
 * @param lastDownloadBy the name of who began it
 */
public record PackRow(
        UUID id,
        UUID engagement,
        String name,
        PackState state,
        Tlp label,
        Optional<String> requestedBy,
        Instant requestedAt,
        long trailPosition,
        BuildProgress progress,
        Optional<Instant> begunAt,
        Optional<Instant> endedAt,
        String failure,
        OptionalLong size,
        Optional<String> sha256,
        Optional<String> keyFingerprint,
        Optional<ProvenTrail> proven,
        Optional<CertificateFacts> certificate,
        Optional<Instant> lastDownloadAt,
        Optional<String> lastDownloadBy) {

    /** Whether it is ready and holds events that nothing proves but the pack's own signature. */
    public boolean isUnproven() {
        return state == PackState.READY && progress.allProofs() > 0 && proven.isEmpty();
    }

    /** The name of the file that is downloaded: the ZIP file, or what it became when it was encrypted. */
    public String file() {
        return PackLayout.file(name, certificate.isPresent());
    }

    /** The name of what opens it, where it is encrypted. */
    public String envelope() {
        return PackLayout.envelope(name);
    }
}
