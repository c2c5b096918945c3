package org.sekisho.domain.report.review;

/** How somebody who holds a place stands today. */
public enum Presence {
    HERE,
    /** Absent, as is on file: colleagues may hand their work over. */
    AWAY,
    /** Deactivated, moved, or without a role in which they could review: their place keeps nobody from it. */
    LEFT
}
