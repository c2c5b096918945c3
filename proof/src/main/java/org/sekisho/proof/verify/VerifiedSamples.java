package org.sekisho.proof.verify;

/**
 * Samples that come out the same when they are drawn again.
 *
 * @param samples how many the pack holds
 * @param drawn how many of them were drawn by a seed
 * @param frozen how many of those were frozen before their seed, as a proven event tells
 */
record VerifiedSamples(long samples, long drawn, long frozen) {}
