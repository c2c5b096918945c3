package org.sekisho.domain.report.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.agreement.clause.TablesClause;
import org.sekisho.domain.agreement.clause.TablesClause.TableReference;
import org.sekisho.domain.report.severity.CveId;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.ExploitPrediction;
import org.sekisho.domain.report.severity.Exploitation;
import org.sekisho.domain.report.severity.KnownExploited;
import org.sekisho.domain.shared.Refusal;

/** The tables that come with the product. */
class DeliveredTablesTest {

    private static final CveId CVE = new CveId("CVE-2026-12345");

    @Test
    void everyCombinationIsAnsweredOnceAndEachRowGivesItsOutcome() {
        for (DecisionTable table : DeliveredTables.all()) {
            assertTrue(table.completeness().complete(), table.code());
            assertTrue(RowTests.of(table).stream().allMatch(RowTests.Result::passed), table.code());
        }
        assertEquals(324, DeliveredTables.risk().rows().size());
        assertEquals(162, DeliveredTables.escalation().rows().size());
    }

    @Test
    void aWorseInputNeverGivesAMilderOutcome() {
        assertEquals(List.of(), Worsening.of(DeliveredTables.risk()));
        assertEquals(List.of(), Worsening.of(DeliveredTables.escalation()));
    }

    @Test
    void everyOutcomeIsReached() {
        for (DecisionTable table : DeliveredTables.all()) {
            assertEquals(
                    table.outcome().keys().size(),
                    table.rows().stream().map(Row::outcome).distinct().count(),
                    table.code());
        }
    }

    @Test
    void whatArrivesUnassessedIsReviewedByBothSidesFromHighSeverityOn() {
        assertEquals(RiskTier.HIGH, tier(95));
        assertEquals(RiskTier.HIGH, tier(70));
        assertEquals(RiskTier.MEDIUM, tier(69));
        assertEquals(RiskTier.LOW, tier(10));
        assertEquals(RiskTier.LOW, tier(0));
        ReportFacts unknown = ReportFacts.onArrival(Optional.empty(), Exploitation.NOT_APPLICABLE);
        assertEquals(RiskTier.HIGH, GoverningTables.delivered().tier(unknown));
    }

    private static RiskTier tier(int tenths) {
        ReportFacts facts =
                ReportFacts.onArrival(Optional.of(new CvssScore(tenths).severity()), Exploitation.NOT_APPLICABLE);
        return GoverningTables.delivered().tier(facts);
    }

    @Test
    void whatIsExploitedOnACriticalOperationIsEscalatedNow() {
        ReportFacts facts = new ReportFacts(
                Optional.of(CvssSeverity.CRITICAL),
                ExploitationStage.ACTIVE,
                Optional.of(Exposure.PUBLIC),
                Optional.of(false),
                Optional.of(ServiceImportance.CRITICAL),
                Optional.of(InstitutionsAffected.ONE));
        GoverningTables tables = GoverningTables.delivered();
        assertEquals(EscalationLevel.NOW, TableUse.level(tables.escalate(facts)));
        assertEquals(RiskTier.CRITICAL, tables.tier(facts));
        Evaluation answer = tables.escalate(facts);
        assertEquals("escalation", answer.table());
        assertEquals(1, answer.version());
        assertEquals(
                answer.outcome(),
                DeliveredTables.escalation().rows().get(answer.row()).outcome());
    }

    @Test
    void nothingIsEscalatedNowBeforeAWayToExploitItIsKnown() {
        DecisionTable table = DeliveredTables.escalation();
        int exploitation = table.inputs().stream().map(Point::key).toList().indexOf("EXPLOITATION");
        for (Row row : table.rows()) {
            assertTrue(
                    !row.outcome().equals("NOW")
                            || !row.values().get(exploitation).equals("NONE"),
                    row.toString());
        }
    }

    @Test
    void publishedListsSayHowFarExploitationHasGone() {
        KnownExploited known = new KnownExploited(CVE, LocalDate.of(2026, 5, 1), LocalDate.of(2026, 5, 22), false);
        assertEquals(
                ExploitationStage.ACTIVE,
                ExploitationStage.of(new Exploitation(true, Optional.of(known), Optional.empty())));
        assertEquals(ExploitationStage.PROOF, ExploitationStage.of(predicted("0.5")));
        assertEquals(ExploitationStage.NONE, ExploitationStage.of(predicted("0.49")));
        assertEquals(ExploitationStage.NONE, ExploitationStage.of(Exploitation.NOT_APPLICABLE));
    }

    private static Exploitation predicted(String probability) {
        ExploitPrediction prediction = new ExploitPrediction(CVE, new BigDecimal(probability), new BigDecimal("0.9"));
        return new Exploitation(true, Optional.empty(), Optional.of(prediction));
    }

    @Test
    void theClauseNamesTheTableThatGoverns() {
        TablesClause clause = new TablesClause(new TableReference("own", 2), new TableReference("escalation", 9));
        DecisionTable own = new DecisionTable(
                "own",
                2,
                List.of(Point.of("SEVERITY", List.of("LOW", "MEDIUM", "HIGH", "CRITICAL"))),
                Point.of("TIER", List.of("MEDIUM", "CRITICAL")),
                List.of(
                        new Row(List.of("LOW"), "MEDIUM"),
                        new Row(List.of("MEDIUM"), "MEDIUM"),
                        new Row(List.of("HIGH"), "CRITICAL"),
                        new Row(List.of("CRITICAL"), "CRITICAL")));
        GoverningTables tables = GoverningTables.of(
                Optional.of(clause),
                reference -> reference.equals(clause.risk()) ? Optional.of(own) : Optional.empty());
        ReportFacts facts = ReportFacts.onArrival(Optional.of(CvssSeverity.LOW), Exploitation.NOT_APPLICABLE);
        assertEquals(new Evaluation("own", 2, 0, Map.of("SEVERITY", "LOW"), "MEDIUM"), tables.rate(facts));
        assertEquals(clause.risk(), tables.risk());
        assertEquals(new TableReference("escalation", 1), tables.escalation());
        assertEquals(tables.escalation(), tables.escalate(facts).by());
    }

    @Test
    void aTableThatAsksForWhatIsNotKnownGovernsNothing() {
        DecisionTable weather = new DecisionTable(
                "weather",
                1,
                List.of(Point.of("WEATHER", List.of("FINE"))),
                Point.of("TIER", List.of("LOW")),
                List.of(new Row(List.of("FINE"), "LOW")));
        assertEquals(weather, TableUse.REFERENCE.require(weather));
        Refusal refusal = assertThrows(Refusal.class, () -> TableUse.RISK.require(weather));
        assertEquals(DecisionError.NOT_FOR_REPORTS, refusal.code());
        assertThrows(Refusal.class, () -> TableUse.RISK.require(DeliveredTables.escalation()));
    }
}
