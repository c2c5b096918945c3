package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.agreement.clause.TablesClause.TableReference;

/** What an agreement has to know of the decision tables that its clause names. Whoever keeps the tables tells it. */
public interface NamedTables {

    /** What a table has to answer where a clause names it. */
    enum Answers {
        RISK,
        ESCALATION
    }

    /** How one version of a table stands. */
    enum Fitness {
        /** Adopted, and it answers what it is named for. */
        FIT,
        /** It answers that, as far as it goes, but nobody has adopted it yet. */
        DRAFTED,
        /** No clause should name it any more. */
        RETIRED,
        /** It answers something else. */
        UNFIT,
        /** There is none, or none that the actor may see. */
        UNKNOWN
    }

    Fitness fitness(TableReference table, Answers named);
}
