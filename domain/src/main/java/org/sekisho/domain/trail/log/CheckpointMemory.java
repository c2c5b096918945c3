package org.sekisho.domain.trail.log;

import java.util.Optional;

/**
 * The last checkpoint, as whoever holds the signing key remembers it: apart from the database, so that a database that was set back is
 * noticed before anything is signed over it. It may lag behind by what was signed when the node died.
 */
public interface CheckpointMemory {

    /** The note; empty where nothing was signed yet. */
    Optional<byte[]> last();

    /** Remembers a checkpoint that is durable, unless a larger one of the same log is remembered. What can't be kept is logged, and stops nothing. */
    void remember(byte[] note);
}
