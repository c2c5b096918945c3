package org.sekisho.proof.verify;

import java.util.List;

/**
 * A trail whose every event is proven.
 *
 * @param fingerprint of the key that signed the checkpoint
 * @param events how many are proven
 * @param size of the log at the checkpoint
 * @param frozen what its events tell of populations of samples
 */
record VerifiedTrail(String fingerprint, long events, long size, List<FrozenPopulation> frozen) {

    VerifiedTrail {
        frozen = List.copyOf(frozen);
    }
}
