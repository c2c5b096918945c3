package org.sekisho.ejb.trail;

import java.util.List;
import java.util.Optional;
import org.sekisho.domain.trail.log.LogDamage;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailCheck;

/**
 * The log as everybody may know it.
 *
 * @param key that signs checkpoints
 * @param verifierKey the same under the log's name ({@code name+id+key}; C2SP signed-note); empty before the first checkpoint
 * @param retiringKeys keys that were replaced and still sign beside it, likewise
 * @param earlierKeys keys that signed earlier checkpoints and sign no more, likewise, the latest first
 * @param latest empty before the first
 * @param lastCheck what the last full check came to; empty before the first
 * @param damage why nothing is signed any more, as this node has found
 */
public record TrailLogState(
        PublishedTrailKey key,
        Optional<String> verifierKey,
        List<String> retiringKeys,
        List<String> earlierKeys,
        Optional<SignedCheckpoint> latest,
        Optional<TrailCheck> lastCheck,
        Optional<LogDamage> damage) {

    public TrailLogState {
        retiringKeys = List.copyOf(retiringKeys);
        earlierKeys = List.copyOf(earlierKeys);
    }

    /** The public key, with a fingerprint to compare with what was received on paper. */
    public record PublishedTrailKey(String fingerprint, String pem) {}
}
