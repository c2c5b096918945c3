package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@link BuiltPack} as columns of the pack. */
@Embeddable
public class PackFile {

    @Column(name = "blob")
    private String blob;

    @Column(name = "size")
    private long size;

    @Column(name = "sha256")
    private String sha256;

    @Column(name = "tag_manifest_sha256")
    private String tagManifestSha256;

    @Column(name = "key_fingerprint")
    private String keyFingerprint;

    @Column(name = "proven_size")
    private @Nullable Long provenSize;

    @Column(name = "witnesses")
    private @Nullable Integer witnesses;

    @Column(name = "envelope")
    private @Nullable String envelope;

    @SuppressWarnings("NullAway")
    protected PackFile() {}

    PackFile(BuiltPack built) {
        this.blob = built.blob();
        this.size = built.size();
        this.sha256 = built.sha256();
        this.tagManifestSha256 = built.tagManifestSha256();
        this.keyFingerprint = built.keyFingerprint();
        this.provenSize = built.trail().map(ProvenTrail::size).orElse(null);
        this.witnesses = built.trail().map(ProvenTrail::witnesses).orElse(null);
        this.envelope = built.envelope().map(Envelope::base64).orElse(null);
    }

    BuiltPack built() {
        return new BuiltPack(
                blob,
                size,
                sha256,
                tagManifestSha256,
                keyFingerprint,
                provenSize == null || witnesses == null
                        ? Optional.empty()
                        : Optional.of(new ProvenTrail(provenSize, witnesses)),
                Optional.ofNullable(envelope).map(Envelope::new));
    }
}
