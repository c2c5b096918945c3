package org.sekisho.domain.agreement.clause;

/** What a clause is about, in the order of the document. An agreement has at most one clause of each kind. */
public enum ClauseKind {
    GENERAL(GeneralClause.class),
    SCOPE(ScopeClause.class),
    PEOPLE(PeopleClause.class),
    ENVIRONMENTS(EnvironmentsClause.class),
    REDACTION(RedactionClause.class),
    EXPORT(ExportClause.class),
    REVIEW(ReviewClause.class),
    TABLES(TablesClause.class),
    LIVE_FIRE(LiveFireClause.class),
    DATA_HANDLING(DataHandlingClause.class),
    AUDIT(AuditClause.class),
    PLAYBOOKS(PlaybooksClause.class),
    USAGE(UsageClause.class),
    PHASE(PhaseClause.class);

    private final Class<? extends Clause> type;

    ClauseKind(Class<? extends Clause> type) {
        this.type = type;
    }

    /** The number by which people call the clause, from 1: it stays the same when other clauses are missing. */
    public int number() {
        return ordinal() + 1;
    }

    /** The record that holds a clause of this kind. */
    public Class<? extends Clause> type() {
        return type;
    }
}
