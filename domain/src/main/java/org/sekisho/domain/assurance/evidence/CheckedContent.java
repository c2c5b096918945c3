package org.sekisho.domain.assurance.evidence;

import org.sekisho.domain.assurance.AssuranceChecks;
import org.sekisho.domain.shared.Checks;

/**
 * What is known of a file that passed every check.
 *
 * @param size in bytes, at least 1
 * @param sha256 of the plaintext, lower-case hexadecimal
 * @param crc32 of the plaintext; an archive has to know it before it stores the file
 */
public record CheckedContent(FileType type, long size, String sha256, long crc32) {

    public CheckedContent {
        Checks.require(type, "type");
        AssuranceChecks.requireNotNegative(size - 1, "size");
        AssuranceChecks.requireSha256(sha256, "sha256");
        AssuranceChecks.requireNotNegative(crc32, "crc32");
    }
}
