package org.sekisho.domain.report.decision;

/** From where the weakness is reached. The least grave first. */
public enum Exposure {
    /** Only from a segment of its own. */
    ISOLATED,
    /** From the institution's own network. */
    INTERNAL,
    /** From networks of others, the Internet among them. */
    PUBLIC
}
