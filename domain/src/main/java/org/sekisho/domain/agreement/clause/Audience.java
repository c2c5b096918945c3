package org.sekisho.domain.agreement.clause;

/** Who reads a rendering of a report: it decides what is masked. */
public enum Audience {
    /** The institution or authority that the report belongs to. */
    OWNER,
    /** Another institution. */
    PEER,
    VENDOR,
    AUTHORITY,
    AUDITOR,
    PROVIDER,
    SECRETARIAT
}
