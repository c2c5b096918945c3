package org.sekisho.web.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.sekisho.ejb.trail.TrailLogState;

/**
 * The log over the trail.
 *
 * @param fingerprint of the key that signs checkpoints, to compare with what was received on paper
 * @param verifierKey the key under the log's name, as C2SP signed-note writes it
 * @param retiringKeys keys that were replaced and still sign beside it, likewise
 * @param earlierKeys keys that signed earlier checkpoints and sign no more, likewise, the latest first
 * @param size how many events the latest checkpoint covers
 * @param signedAt when that was signed
 * @param damage why nothing is signed any more, or what a witness contradicts
 */
public record TrailLogAnswer(
        String fingerprint,
        Optional<String> verifierKey,
        List<String> retiringKeys,
        List<String> earlierKeys,
        long size,
        Optional<Instant> signedAt,
        Optional<String> damage) {

    static TrailLogAnswer of(TrailLogState state) {
        return new TrailLogAnswer(
                state.key().fingerprint(),
                state.verifierKey(),
                state.retiringKeys(),
                state.earlierKeys(),
                state.latest().map(each -> each.checkpoint().size()).orElse(0L),
                state.latest().map(each -> each.signedAt()),
                state.damage().map(Enum::name));
    }
}
