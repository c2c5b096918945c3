package org.sekisho.domain.agreement.phase;

/** Where the value of a criterion comes from. */
public enum CriterionSource {
    /** Counted by the system from its own records. */
    MEASURED,
    /** Stated by a person, with evidence. */
    STATED,
    /** The authority's assessment of systemic risk, which is a criterion of every evaluation. */
    ASSESSED
}
