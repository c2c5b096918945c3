package org.sekisho.domain.report.embargo;

/** What a participant said to an embargo. Silence isn't consent. */
public enum Consent {
    /** The day to answer by isn't over. */
    PROPOSED,
    ACCEPTED,
    DECLINED,
    /** Nothing came by the day to answer. It can still be accepted. */
    NO_ANSWER
}
