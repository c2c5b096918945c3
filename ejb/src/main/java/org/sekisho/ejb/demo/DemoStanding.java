package org.sekisho.ejb.demo;

/** What a database holds of the demo. */
public enum DemoStanding {
    /** Nothing: it is empty, or holds something else. */
    ABSENT,
    /** A part: it is being loaded, or that was interrupted. */
    PARTIAL,
    WHOLE
}
