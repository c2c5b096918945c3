package org.sekisho.domain.agreement;

/** From where the right to sign for an organisation comes. */
public enum AuthorityKind {
    /** The office itself: a representative director. */
    REPRESENTATION,
    POWER_OF_ATTORNEY,
    /** The organisation's rules on who decides what. */
    INTERNAL_RULES
}
