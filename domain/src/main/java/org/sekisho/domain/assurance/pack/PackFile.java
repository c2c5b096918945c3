package org.sekisho.domain.assurance.pack;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

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

    @SuppressWarnings("NullAway")
    protected PackFile() {}

    PackFile(BuiltPack built) {
        this.blob = built.blob();
        this.size = built.size();
        this.sha256 = built.sha256();
        this.tagManifestSha256 = built.tagManifestSha256();
        this.keyFingerprint = built.keyFingerprint();
    }

    BuiltPack built() {
        return new BuiltPack(blob, size, sha256, tagManifestSha256, keyFingerprint);
    }
}
