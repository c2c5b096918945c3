package org.sekisho.proof.verify;

/** Why a live log fails, beyond what may be wrong with any checkpoint ({@link TrailProblem}). */
public enum LiveProblem {
    /** The log's key has another fingerprint than the expected one. */
    OTHER_LOG_KEY,
    /** The log serves the checkpoint of another log than the older one's. */
    OTHER_LOG,
    /** Two checkpoints are signed of which none continues the other: the log shows different histories. */
    FORKED,
    /** The log has fewer entries than before. */
    CUT_BACK,
    /** What the log serves as a part of its tree isn't what its checkpoint is over. */
    TILE_WRONG,
    /** The log doesn't answer, or not with what was asked for. */
    UNREACHABLE,
    /** The new checkpoint couldn't be written. */
    NOT_SAVED
}
