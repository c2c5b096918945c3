package org.sekisho.proof.verify;

/** What came of one check. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** There is nothing in the pack for this check, and there doesn't have to be. */
    ABSENT,
    /** Not done, because one before it failed, or because nothing was given to compare with. */
    NOT_CHECKED
}
