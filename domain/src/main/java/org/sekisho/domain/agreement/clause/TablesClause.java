package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.shared.Checks;

/** The decision tables that govern, each in one version. */
public record TablesClause(TableReference risk, TableReference escalation) implements Clause {

    /**
     * One version of a decision table.
     *
     * @param code the table's code
     * @param version from 1
     */
    public record TableReference(String code, int version) {
        public TableReference {
            code = ClauseChecks.code(code, "table");
            ClauseChecks.range(version, "version", 1, 100_000);
        }
    }

    public TablesClause {
        Checks.require(risk, "risk");
        Checks.require(escalation, "escalation");
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.TABLES;
    }
}
