package org.sekisho.domain.trail.log;

import org.sekisho.proof.log.AddCheckpoint;

/**
 * What a witness is asked to cosign.
 *
 * @param size of the checkpoint
 * @param request the checkpoint, and a proof that it grew from the one that the witness cosigned last
 */
public record ForWitness(long size, AddCheckpoint request) {}
