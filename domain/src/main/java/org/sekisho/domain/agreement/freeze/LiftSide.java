package org.sekisho.domain.agreement.freeze;

/** The two sides that lift a freeze together. */
public enum LiftSide {
    /** The secretariat or an authority; for a freeze of everything, the secretariat. */
    OVERSIGHT,
    /** The organisation concerned; for a freeze of everything, an authority. */
    CONCERNED
}
