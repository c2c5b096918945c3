package org.sekisho.domain.assurance.pack;

import java.util.Optional;
import org.sekisho.domain.assurance.AssuranceChecks;
import org.sekisho.domain.shared.Checks;

/**
 * A pack that was built.
 *
 * @param blob what the store of contents calls the sealed file
 * @param size in bytes of the file that is downloaded: the ZIP file, or what it became when it was encrypted
 * @param sha256 of that file, lower-case hexadecimal; it is the ETag of the download
 * @param tagManifestSha256 of what was signed, lower-case hexadecimal
 * @param keyFingerprint of the key that signed
 * @param trail what its events are proven by; empty where it holds none
 * @param envelope with which it is decrypted; empty where it isn't encrypted
 */
public record BuiltPack(
        String blob,
        long size,
        String sha256,
        String tagManifestSha256,
        String keyFingerprint,
        Optional<ProvenTrail> trail,
        Optional<Envelope> envelope) {

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
