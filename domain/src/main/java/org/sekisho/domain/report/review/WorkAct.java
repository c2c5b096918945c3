package org.sekisho.domain.report.review;

/** What somebody may do about whose work a stage is. */
public enum WorkAct {
    CLAIM,
    RELEASE,
    DELEGATE,
    HAND_OVER,
    ASSIGN
}
