package org.sekisho.domain.report.decision;

import java.util.Optional;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;

/** Where the versions of tables are kept. */
public interface DecisionTables {

    /** A version as it was adopted. */
    Optional<DecisionTable> find(TableReference reference);
}
