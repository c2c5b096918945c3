package org.sekisho.domain.agreement.freeze;

/** What sort of thing a freeze names. */
public enum FreezeKind {
    PERSON,
    ORGANISATION,
    AGREEMENT,
    /** Every use of the model and every release, by everyone. */
    ALL
}
