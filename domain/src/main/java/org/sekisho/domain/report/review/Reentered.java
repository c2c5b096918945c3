package org.sekisho.domain.report.review;

/** What a voter entered again for the very vote. */
public enum Reentered {
    NOTHING,
    /** Of a person without a second factor, whom only the demo regime lets review. */
    PASSWORD,
    PASSWORD_AND_CODE
}
