package org.sekisho.domain.agreement.clause;

import java.util.HashMap;
import java.util.Map;
import org.sekisho.domain.agreement.clause.NamedTables.Answers;
import org.sekisho.domain.agreement.clause.NamedTables.Fitness;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.Refusal;

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

    /**
     * Refuses where a table can't come to govern. One that is still a draft may be named: it is adopted before anybody signs.
     *
     * @throws Refusal with {@link ClauseError#TABLE_UNKNOWN}, {@link ClauseError#TABLE_UNFIT} or {@link ClauseError#TABLE_RETIRED}, and
     *     the {@code field} of the clause
     */
    public void requireNameable(NamedTables tables) {
        requireNameable(risk, at("risk"), tables.fitness(risk, Answers.RISK));
        requireNameable(escalation, at("escalation"), tables.fitness(escalation, Answers.ESCALATION));
    }

    private static Map<String, String> at(String member) {
        return Map.of("field", member + ".code");
    }

    /**
     * Refuses where a table couldn't govern from now on.
     *
     * @throws Refusal as {@link #requireNameable} and with {@link ClauseError#TABLE_NOT_ADOPTED}; it names the clause
     */
    public void requireFit(NamedTables tables) {
        requireFit(risk, tables.fitness(risk, Answers.RISK));
        requireFit(escalation, tables.fitness(escalation, Answers.ESCALATION));
    }

    private void requireFit(TableReference table, Fitness fitness) {
        Map<String, String> clause = Map.of("clause", kind().name());
        requireNameable(table, clause, fitness);
        if (fitness == Fitness.DRAFTED) {
            throw refusal(ClauseError.TABLE_NOT_ADOPTED, table, clause);
        }
    }

    private static void requireNameable(TableReference table, Map<String, String> where, Fitness fitness) {
        switch (fitness) {
            case FIT, DRAFTED -> {}
            case RETIRED -> throw refusal(ClauseError.TABLE_RETIRED, table, where);
            case UNFIT -> throw refusal(ClauseError.TABLE_UNFIT, table, where);
            case UNKNOWN -> throw refusal(ClauseError.TABLE_UNKNOWN, table, where);
        }
    }

    private static Refusal refusal(ClauseError error, TableReference table, Map<String, String> where) {
        Map<String, Object> parameters = new HashMap<>(where);
        parameters.put("code", table.code());
        parameters.put("version", table.version());
        return new Refusal(error, parameters);
    }

    @Override
    public ClauseKind kind() {
        return ClauseKind.TABLES;
    }
}
