package org.sekisho.domain.trail;

import java.util.List;
import java.util.Optional;

/**
 * One event with all that proves it.
 *
 * @param leaf the canonical bytes that are hashed
 * @param leafHash SHA-256(0x00 || leaf)
 * @param material the details, canonical, where the leaf holds only their SHA-256
 */
public record TrailEventView(
        TrailEventRow row, byte[] leaf, byte[] leafHash, List<Commitment> commitments, Optional<byte[]> material) {

    public TrailEventView {
        commitments = List.copyOf(commitments);
    }

    /**
     * A personal detail: the leaf commits to it.
     *
     * @param digest HMAC-SHA-256(key, canonical JSON of the value), as the leaf has it
     * @param opening absent when it was erased, or isn't the reader's to see
     */
    public record Commitment(String detail, String digest, Optional<TrailEvent.Opening> opening) {}
}
