package org.sekisho.proof.verify;

/**
 * Samples that come out the same when they are drawn again.
 *
 * @param samples how many the pack holds
 * @param drawn how many of them were drawn by a seed
 * @param frozen of how many a proven event tells that their population was frozen, and before their seed where there is one
 */
record VerifiedSamples(long samples, long drawn, long frozen) {

    /** Whether every one rests on a proven freezing. */
    boolean areProven() {
        return frozen == samples;
    }
}
