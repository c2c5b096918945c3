package org.sekisho.proof.verify;

/** What came of one check. */
public enum CheckOutcome {
    PASSED,
    FAILED,
    /** Not done, because one before it failed, or because nothing was given to compare with. */
    NOT_CHECKED
}
