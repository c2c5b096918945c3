package org.sekisho.domain.trail.log;

/** What a sequencer finds wrong with a log before it goes on with it. */
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
    FORKED
}
