package org.sekisho.domain.party;

/** What an organisation is in the working group. */
public enum OrganisationKind {
    SECRETARIAT,
    /** A bank, or the exchange group. */
    INSTITUTION,
    MODEL_PROVIDER,
    IT_VENDOR,
    /** A government cyber unit or supervisor. */
    AUTHORITY,
    AUDIT_FIRM,
    MINISTRY
}
