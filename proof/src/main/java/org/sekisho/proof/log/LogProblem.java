package org.sekisho.proof.log;

/** Why a part of a log is refused. */
public enum LogProblem {
    /** A checkpoint isn't written as the specification says. */
    CHECKPOINT_MALFORMED,
    /** A proof's file isn't written as the specification says. */
    PROOF_MALFORMED,
    /** What a witness is asked isn't written as the specification says. */
    REQUEST_MALFORMED,
    /** An entry bundle isn't. */
    BUNDLE_MALFORMED,
    /** The checkpoint is of another log. */
    ORIGIN_DIFFERS,
    /** The proof doesn't lead from the entry to the root of its checkpoint. */
    NOT_INCLUDED,
    /** A tile is missing, or has another length than its width says. */
    TILE_MISSING
}
