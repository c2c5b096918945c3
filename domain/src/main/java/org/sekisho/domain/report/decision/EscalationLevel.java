package org.sekisho.domain.report.decision;

/** What a report asks for towards the authority. The mildest first. */
public enum EscalationLevel {
    NONE,
    /** The authority is told; nobody has to answer. */
    NOTIFY,
    /** The authority's duty officer is to acknowledge within 24 hours. */
    WITHIN_24_HOURS,
    /** The authority's duty officer is to acknowledge at once. */
    NOW
}
