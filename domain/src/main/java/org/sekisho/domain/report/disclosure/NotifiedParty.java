package org.sekisho.domain.report.disclosure;

/** Who is told of a flaw in a product. */
public enum NotifiedParty {
    /** The body that receives reports under the early warning partnership. */
    IPA,
    /** Whoever makes the product. */
    DEVELOPER,
    /** The body that coordinates with developers. */
    JPCERT_CC,
    OTHER
}
