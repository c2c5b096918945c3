package org.sekisho.proof.verify;

/** What is checked of a live log, in this order: whatever a check rests on was checked before it. */
public enum LogCheck implements Check {
    /** The log's key is the one that was expected. */
    LOG_SIGNER,
    /** The older checkpoint was signed by that key. */
    OLD_CHECKPOINT,
    /** The checkpoint that the log serves now was signed by that key, for the log of the older one. */
    NEW_CHECKPOINT,
    /** The log begins with all entries of the older checkpoint, in their order. */
    GROWTH,
    /** The new checkpoint is kept for the next time. */
    SAVED
}
