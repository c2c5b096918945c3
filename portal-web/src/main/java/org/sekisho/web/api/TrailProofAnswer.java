package org.sekisho.web.api;

import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.sekisho.domain.trail.TrailEventView;

/**
 * One event with what proves it.
 *
 * @param leaf the bytes, in Base64; the hash of a leaf is SHA-256(0x00 || leaf), RFC 6962
 * @param leafHash in hexadecimal
 * @param material the details, in Base64, where the leaf holds only their SHA-256
 */
public record TrailProofAnswer(
        TrailEventAnswer event,
        String leaf,
        String leafHash,
        List<CommitmentAnswer> commitments,
        Optional<String> material) {

    /**
     * A personal detail.
     *
     * @param commitment HMAC-SHA-256(key, canonical JSON of the value), in hexadecimal
     * @param key and {@code value}: absent when erased, or not the caller's to see
     */
    public record CommitmentAnswer(String detail, String commitment, Optional<String> key, Optional<String> value) {}

    static TrailProofAnswer of(TrailEventView view) {
        return new TrailProofAnswer(
                TrailEventAnswer.of(view.row()),
                Base64.getEncoder().encodeToString(view.leaf()),
                HexFormat.of().formatHex(view.leafHash()),
                view.commitments().stream()
                        .map(each -> new CommitmentAnswer(
                                each.detail(),
                                each.digest(),
                                each.opening().map(open -> HexFormat.of().formatHex(open.key())),
                                each.opening().map(open -> open.value())))
                        .toList(),
                view.material().map(bytes -> Base64.getEncoder().encodeToString(bytes)));
    }
}
