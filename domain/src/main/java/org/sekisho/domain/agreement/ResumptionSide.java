package org.sekisho.domain.agreement;

/** The two sides that must agree before a suspended agreement is resumed. */
public enum ResumptionSide {
    /** The secretariat, or an authority. */
    OVERSIGHT,
    /** The organisation that receives access. */
    CONCERNED
}
