package org.sekisho.domain.party.person;

/** In which way a person belongs to an organisation. */
public enum AffiliationKind {
    /** The employer: everyone has exactly one at a time. */
    HOME,
    /** Where a secondee works. */
    HOST,
    /** For whom a contractor works. */
    COMMISSIONING
}
