package org.sekisho.proof.verify;

/**
 * A trail whose every event is proven.
 *
 * @param fingerprint of the key that signed the checkpoint
 * @param events how many are proven
 * @param size of the log at the checkpoint
 */
record VerifiedTrail(String fingerprint, long events, long size) {}
