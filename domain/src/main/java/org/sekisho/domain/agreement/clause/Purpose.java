package org.sekisho.domain.agreement.clause;

/** What the model may be used for. */
public enum Purpose {
    VULNERABILITY_DETECTION,
    REMEDIATION_PLANNING
}
