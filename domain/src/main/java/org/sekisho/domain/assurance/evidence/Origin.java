package org.sekisho.domain.assurance.evidence;

/** Where evidence comes from. */
public enum Origin {
    UPLOADED,
    /** Taken by the system from its own records. */
    SYSTEM
}
