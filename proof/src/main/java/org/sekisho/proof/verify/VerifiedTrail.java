package org.sekisho.proof.verify;

import java.util.List;

/**
 * A trail whose every event is proven.
 *
 * @param keys of the log, the one that signed the checkpoint first, then those before it
 * @param events how many are proven
 * @param size of the log at the checkpoint
 * @param frozen what its events tell of populations of samples
 */
record VerifiedTrail(List<KnownKey> keys, long events, long size, List<FrozenPopulation> frozen) {

    VerifiedTrail {
        keys = List.copyOf(keys);
        frozen = List.copyOf(frozen);
    }

    /** Of the key that signed the checkpoint. */
    String fingerprint() {
        return keys.get(0).key().fingerprint();
    }
}
