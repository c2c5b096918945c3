package org.sekisho.domain.assurance.engagement;

/** Threats to independence (IESBA Code of Ethics, section 120.6 A3; JICPA code of ethics). */
public enum Threat {
    SELF_INTEREST,
    SELF_REVIEW,
    ADVOCACY,
    FAMILIARITY,
    INTIMIDATION
}
