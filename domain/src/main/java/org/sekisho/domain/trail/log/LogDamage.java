package org.sekisho.domain.trail.log;

/** What a sequencer finds wrong with a log before it goes on with it, or what a witness of it contradicts. */
public enum LogDamage {
    /** More or fewer events have an index than the latest checkpoint covers. */
    INDEX_DIFFERS,
    /** A tile that the tree needs is missing, or shorter than the tree. */
    TILE_MISSING,
    /** The tiles make another root than was signed. */
    ROOT_DIFFERS,
    /** None of the log's keys signed its latest checkpoint. */
    SIGNATURE_WRONG,
    /** The log is smaller than one that was signed already: an old backup, or its tail was cut. */
    CUT_BACK,
    /** A checkpoint that was signed before isn't one of this log: it was written anew. */
    FORKED,
    /** A witness says that it cosigned more entries than the log has. */
    WITNESS_AHEAD,
    /** A witness cosigned another history than the log has, or takes no proof that it grew from that. */
    WITNESS_DISAGREES;

    /** Whether nothing is signed any more. What a witness says is signed by nobody, and would stop the log of whoever believes it. */
    public boolean stopsSigning() {
        return this != WITNESS_AHEAD && this != WITNESS_DISAGREES;
    }
}
