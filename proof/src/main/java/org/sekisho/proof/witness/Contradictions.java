package org.sekisho.proof.witness;

import java.nio.file.Path;

/** Told when a log sends what contradicts, or isn't shown to continue, the checkpoint that was cosigned last. */
@FunctionalInterface
public interface Contradictions {

    /**
     * Told once for each such checkpoint.
     *
     * @param origin the log, which signed it
     * @param size of the checkpoint
     * @param cosigned the size of the one that was cosigned last
     * @param evidence where it is kept
     */
    void found(String origin, long size, long cosigned, Path evidence);
}
