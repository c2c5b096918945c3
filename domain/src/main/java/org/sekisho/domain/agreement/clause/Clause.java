package org.sekisho.domain.agreement.clause;

/**
 * One clause of an agreement. A clause that exists is sound: its constructor refuses what doesn't fit, with a
 * {@link ClauseError}. A clause that is missing permits nothing.
 */
public sealed interface Clause
        permits GeneralClause,
                ScopeClause,
                PeopleClause,
                EnvironmentsClause,
                RedactionClause,
                ExportClause,
                ReviewClause,
                TablesClause,
                LiveFireClause,
                DataHandlingClause,
                AuditClause,
                PlaybooksClause,
                UsageClause,
                PhaseClause {

    /** What the clause is about. */
    ClauseKind kind();
}
