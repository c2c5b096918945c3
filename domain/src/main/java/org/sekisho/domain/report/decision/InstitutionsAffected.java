package org.sekisho.domain.report.decision;

/** Whom the weakness concerns. The least grave first. */
public enum InstitutionsAffected {
    ONE,
    /** A product or service that several institutions use. */
    SEVERAL,
    /** What the financial network as a whole rests on. */
    NETWORK
}
