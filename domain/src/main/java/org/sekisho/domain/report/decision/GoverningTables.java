package org.sekisho.domain.report.decision;

import java.util.Optional;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;

/**
 * The tables that govern the reports of one agreement: those that its clause names. Where the clause is missing, or names a version that
 * isn't kept here, the delivered tables take their place, so that no report goes without a tier; each answer says which table gave it.
 */
public final class GoverningTables {

    private final DecisionTable risk;
    private final DecisionTable escalation;

    private GoverningTables(DecisionTable risk, DecisionTable escalation) {
        this.risk = TableUse.RISK.require(risk);
        this.escalation = TableUse.ESCALATION.require(escalation);
    }

    /** Those of a clause. */
    public static GoverningTables of(Optional<TablesClause> clause, DecisionTables kept) {
        return new GoverningTables(
                named(clause.map(TablesClause::risk), kept).orElseGet(DeliveredTables::risk),
                named(clause.map(TablesClause::escalation), kept).orElseGet(DeliveredTables::escalation));
    }

    /** The delivered ones alone. */
    public static GoverningTables delivered() {
        return new GoverningTables(DeliveredTables.risk(), DeliveredTables.escalation());
    }

    private static Optional<DecisionTable> named(Optional<TableReference> reference, DecisionTables kept) {
        return reference.flatMap(kept::find);
    }

    /** Which table gives the tier, in which version. */
    public TableReference risk() {
        return name(risk);
    }

    /** Which table says what is to be escalated, in which version. */
    public TableReference escalation() {
        return name(escalation);
    }

    private static TableReference name(DecisionTable table) {
        return new TableReference(table.code(), table.version());
    }

    /** The risk tier with the row that gives it. */
    public Evaluation rate(ReportFacts facts) {
        return risk.evaluate(facts.values());
    }

    /** The risk tier alone. */
    public RiskTier tier(ReportFacts facts) {
        return TableUse.tier(rate(facts));
    }

    /** What is to be escalated, with the row that says so. */
    public Evaluation escalate(ReportFacts facts) {
        return escalation.evaluate(facts.values());
    }
}
