package org.sekisho.domain.report.escalation;

/** Why a report was evaluated. */
public enum EvaluationCause {
    FILED,
    IMPORTED,
    REVISED,
    /** What people say of it changed: from where it is reached, what stands on it, whom it concerns. */
    FACTS_CHANGED,
    TIER_CHANGED,
    /** An edition of a published list says something else of it. */
    LISTS_LOADED,
    /** Another table, or another version of it, has come to govern the reports of its agreement. */
    TABLE_CHANGED,
    /** A later file calls it graver than the one it came with. */
    FOUND_GRAVER
}
