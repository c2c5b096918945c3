package org.sekisho.domain.trail.log;

import java.time.Instant;
import org.sekisho.proof.log.Checkpoint;

/**
 * A checkpoint as it is kept.
 *
 * @param note the signed note (C2SP tlog-checkpoint)
 * @param fingerprint of the key that signed it
 */
public record SignedCheckpoint(Checkpoint checkpoint, Instant signedAt, String fingerprint, byte[] note) {}
