package org.sekisho.domain.assurance.pack;

import org.sekisho.domain.assurance.AssuranceChecks;
import org.sekisho.domain.shared.Checks;

/**
 * A pack that was built.
 *
 * @param blob what the store of contents calls the sealed ZIP file
 * @param size of the ZIP file in bytes, before sealing
 * @param sha256 of the ZIP file before sealing, lower-case hexadecimal; it is the ETag of the download
 * @param tagManifestSha256 of what was signed, lower-case hexadecimal
 * @param keyFingerprint of the key that signed
 */
public record BuiltPack(String blob, long size, String sha256, String tagManifestSha256, String keyFingerprint) {

    /** The most characters of the store's name. */
    public static final int BLOB_LIMIT = 200;
    /** The most characters of a fingerprint. */
    public static final int FINGERPRINT_LIMIT = 60;

    public BuiltPack {
        blob = Checks.requireText(blob, "blob", BLOB_LIMIT);
        AssuranceChecks.requireNotNegative(size - 1, "size");
        AssuranceChecks.requireSha256(sha256, "sha256");
        AssuranceChecks.requireSha256(tagManifestSha256, "tagManifestSha256");
        keyFingerprint = Checks.requireText(keyFingerprint, "keyFingerprint", FINGERPRINT_LIMIT);
    }
}
