package org.sekisho.domain.report.escalation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.report.Findings.ANALYST;
import static org.sekisho.domain.report.Findings.BANK;
import static org.sekisho.domain.report.Findings.CISO;
import static org.sekisho.domain.report.Findings.FRIDAY;
import static org.sekisho.domain.report.Findings.OFFICIAL;
import static org.sekisho.domain.report.Findings.REVIEWER;
import static org.sekisho.domain.report.Findings.RIVAL;
import static org.sekisho.domain.report.Findings.UNIT;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.person;
import static org.sekisho.domain.report.Findings.refuses;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.report.Findings;
import org.sekisho.domain.report.Report;
import org.sekisho.domain.report.decision.EscalationLevel;
import org.sekisho.domain.report.decision.Evaluation;
import org.sekisho.domain.report.decision.ExploitationStage;
import org.sekisho.domain.vault.SealBroken;

/** An escalation waits for a duty officer of the authority until one acknowledges it, and ends by a person alone. */
class EscalationTest {

    private static final byte[] RENDERING = "{\"content\":1}".getBytes(StandardCharsets.UTF_8);
    private static final Actor DUTY = person(UNIT, OrganisationKind.AUTHORITY, Role.DUTY_OFFICER);
    private static final Actor TIED = person(UNIT, OrganisationKind.AUTHORITY, Role.DUTY_OFFICER, BANK);
    private static final Actor BANK_DUTY = person(BANK, OrganisationKind.INSTITUTION, Role.DUTY_OFFICER);
    private static final Actor RIVAL_DUTY = person(RIVAL, OrganisationKind.INSTITUTION, Role.DUTY_OFFICER);

    private final Report report = Findings.triaged(RiskTier.HIGH);

    private ReportEvaluation evaluation(EscalationLevel level, int row) {
        Evaluation answer = new Evaluation("escalation", 1, row, Map.of("EXPLOITATION", "ACTIVE"), level.name());
        return new ReportEvaluation(report, EvaluationCause.FACTS_CHANGED, answer, ExploitationStage.ACTIVE, FRIDAY);
    }

    private Escalation open(EscalationLevel level) {
        Escalation escalation = new Escalation(report, evaluation(level, 7), FRIDAY);
        assertTrue(escalation.send(RENDERING, VAULT, FRIDAY).isPresent());
        return escalation;
    }

    private static String sent(Escalation escalation) {
        return escalation.rendering().orElseThrow().sha256();
    }

    @Test
    void theEvaluationKeepsRowInputsAndVersion() {
        ReportEvaluation kept = evaluation(EscalationLevel.NOW, 161);
        assertEquals(Map.of("EXPLOITATION", "ACTIVE"), kept.inputs());
        assertEquals(161, kept.rowNumber());
        assertEquals(1, kept.tableVersion());
        assertEquals(report.current().id(), kept.revision());
    }

    @Test
    void theAuthorityReadsTheReportFromTheOpeningOn() {
        assertTrue(report.authorityReadsSince().isEmpty());
        open(EscalationLevel.NOTIFY);
        assertEquals(Optional.of(FRIDAY), report.authorityReadsSince());
    }

    @Test
    void nothingOpensForNothing() {
        ReportEvaluation none = evaluation(EscalationLevel.NONE, 0);
        assertThrows(IllegalArgumentException.class, () -> new Escalation(report, none, FRIDAY));
    }

    @Test
    void theLevelSetsTheClock() {
        assertEquals(Optional.empty(), open(EscalationLevel.NOTIFY).dueAt());
        assertEquals(EscalationState.TOLD, open(EscalationLevel.NOTIFY).state());
        assertEquals(
                Optional.of(FRIDAY.plus(Duration.ofHours(24))),
                open(EscalationLevel.WITHIN_24_HOURS).dueAt());
        Escalation now = open(EscalationLevel.NOW);
        assertEquals(Optional.of(FRIDAY.plus(Duration.ofHours(1))), now.dueAt());
        assertEquals(EscalationState.WAITING, now.state());
    }

    @Test
    void theInstitutionIsToldFirstAndTheClockDoesNotWait() {
        for (EscalationLevel level :
                List.of(EscalationLevel.NOTIFY, EscalationLevel.WITHIN_24_HOURS, EscalationLevel.NOW)) {
            Escalation escalation = open(level);
            assertTrue(escalation.toldAt().isAfter(escalation.openedAt()));
            assertTrue(escalation
                    .dueAt()
                    .filter(due -> due.isBefore(escalation.toldAt()))
                    .isEmpty());
        }
    }

    @Test
    void onlyAnUntiedDutyOfficerOfAnAuthorityAcknowledges() {
        Escalation escalation = open(EscalationLevel.NOW);
        for (Actor other : List.of(OFFICIAL, TIED, BANK_DUTY, RIVAL_DUTY, CISO)) {
            refuses(EscalationError.DUTY_OFFICER_ONLY, () -> escalation.acknowledge(other, sent(escalation), FRIDAY));
        }
        escalation.acknowledge(DUTY, sent(escalation), FRIDAY);
        assertEquals(EscalationState.ACKNOWLEDGED, escalation.state());
        assertEquals(Optional.empty(), escalation.dueAt());
        assertEquals(DUTY.person(), escalation.acknowledgedBy());
    }

    @Test
    void itIsAcknowledgedOnceAndAsItWasSent() {
        Escalation escalation = open(EscalationLevel.NOW);
        refuses(EscalationError.RENDERING_CHANGED, () -> escalation.acknowledge(DUTY, "0".repeat(64), FRIDAY));
        escalation.acknowledge(DUTY, sent(escalation), FRIDAY);
        refuses(EscalationError.WRONG_STATE, () -> escalation.acknowledge(DUTY, sent(escalation), FRIDAY));
    }

    @Test
    void aMissedClockRaisesItAgainInAWiderCircle() {
        Escalation escalation = open(EscalationLevel.NOW);
        refuses(EscalationError.NOT_DUE, () -> escalation.raiseAgain(FRIDAY.plus(Duration.ofMinutes(59))));
        Instant late = FRIDAY.plus(Duration.ofHours(1));
        escalation.raiseAgain(late);
        assertEquals(Circle.ALL_DUTY_OFFICERS, escalation.circle());
        assertEquals(Optional.of(late.plus(Duration.ofMinutes(30))), escalation.dueAt());
        escalation.raiseAgain(late.plus(Duration.ofHours(9)));
        assertEquals(Circle.COORDINATORS_TOO, escalation.circle());
        escalation.raiseAgain(late.plus(Duration.ofHours(19)));
        assertEquals(Circle.COORDINATORS_TOO, escalation.circle());
        assertEquals(3, escalation.raises());
        assertEquals(EscalationState.WAITING, escalation.state());
    }

    @Test
    void whatIsAcknowledgedIsNotRaisedAgain() {
        Escalation escalation = open(EscalationLevel.WITHIN_24_HOURS);
        escalation.acknowledge(DUTY, sent(escalation), FRIDAY);
        refuses(EscalationError.NOT_DUE, () -> escalation.raiseAgain(FRIDAY.plus(Duration.ofDays(9))));
    }

    @Test
    void aGraverEvaluationAsksAnew() {
        Escalation escalation = open(EscalationLevel.NOTIFY);
        escalation.acknowledge(DUTY, sent(escalation), FRIDAY);
        Instant later = FRIDAY.plus(Duration.ofDays(1));
        assertTrue(
                escalation.evaluated(evaluation(EscalationLevel.NOW, 9), later).isPresent());
        assertEquals(EscalationState.WAITING, escalation.state());
        assertEquals(EscalationLevel.NOW, escalation.level());
        assertEquals(Optional.empty(), escalation.acknowledgedBy());
        assertEquals(Optional.of(later.plus(Duration.ofHours(1))), escalation.dueAt());
    }

    @Test
    void aMilderEvaluationEndsNothing() {
        Escalation escalation = open(EscalationLevel.NOW);
        assertTrue(escalation
                .evaluated(evaluation(EscalationLevel.NONE, 1), FRIDAY)
                .isPresent());
        assertTrue(escalation.isEased());
        assertEquals(EscalationState.WAITING, escalation.state());
        assertEquals(EscalationLevel.NOW, escalation.level());
        assertTrue(escalation.dueAt().isPresent());
        assertTrue(escalation
                .evaluated(evaluation(EscalationLevel.NONE, 1), FRIDAY)
                .isEmpty());
        assertTrue(
                escalation.evaluated(evaluation(EscalationLevel.NOW, 7), FRIDAY).isEmpty());
        assertFalse(escalation.isEased());
    }

    @Test
    void aPersonOfTheAuthorityStandsItDownWithAReason() {
        Escalation escalation = open(EscalationLevel.NOW);
        refuses(EscalationError.WRONG_STATE, () -> escalation.standDown(DUTY, "Contained", VAULT, FRIDAY));
        escalation.acknowledge(DUTY, sent(escalation), FRIDAY);
        refuses(EscalationError.AUTHORITY_ONLY, () -> escalation.standDown(CISO, "Contained", VAULT, FRIDAY));
        refuses(EscalationError.AUTHORITY_ONLY, () -> escalation.standDown(TIED, "Contained", VAULT, FRIDAY));
        escalation.standDown(OFFICIAL, "Contained", VAULT, FRIDAY);
        assertEquals(EscalationState.STOOD_DOWN, escalation.state());
        EscalationStep last = escalation.steps().get(escalation.steps().size() - 1);
        assertEquals(Optional.of("Contained"), last.reason(VAULT));
    }

    @Test
    void whatWasStoodDownOpensAnewOnlyByAnotherRow() {
        ReportEvaluation before = evaluation(EscalationLevel.NOW, 7);
        assertFalse(Escalation.opensAnew(evaluation(EscalationLevel.NOW, 7), Optional.of(before)));
        assertTrue(Escalation.opensAnew(evaluation(EscalationLevel.NOW, 8), Optional.of(before)));
        assertTrue(Escalation.opensAnew(before, Optional.empty()));
        assertFalse(Escalation.opensAnew(evaluation(EscalationLevel.NONE, 0), Optional.empty()));
    }

    @Test
    void whatWasStoodDownIsNotOpenedAnewByATableThatTookAnothersPlace() {
        ReportEvaluation before = evaluation(EscalationLevel.WITHIN_24_HOURS, 7);
        assertFalse(anew(EscalationLevel.WITHIN_24_HOURS, Map.of("EXPLOITATION", "ACTIVE"), before));
        assertFalse(anew(EscalationLevel.NOTIFY, Map.of("EXPLOITATION", "ACTIVE", "SERVICE", "CRITICAL"), before));
        assertTrue(anew(EscalationLevel.NOW, Map.of("EXPLOITATION", "ACTIVE"), before), "it asks for more");
        assertTrue(anew(EscalationLevel.NOTIFY, Map.of("EXPLOITATION", "PROOF"), before), "the facts are others");
    }

    private boolean anew(EscalationLevel level, Map<String, String> inputs, ReportEvaluation before) {
        Evaluation answer = new Evaluation("escalation", 2, 30, inputs, level.name());
        ReportEvaluation later =
                new ReportEvaluation(report, EvaluationCause.TABLE_CHANGED, answer, ExploitationStage.ACTIVE, FRIDAY);
        return Escalation.opensAnew(later, Optional.of(before));
    }

    @Test
    void theInstitutionAddsContextAndMarksItVoluntary() {
        Escalation escalation = open(EscalationLevel.NOW);
        Optional<Instant> due = escalation.dueAt();
        for (Actor other : List.of(DUTY, OFFICIAL, RIVAL_DUTY, ANALYST)) {
            refuses(EscalationError.OWNER_ONLY, () -> escalation.addContext(other, "It is shut", VAULT, FRIDAY));
            refuses(EscalationError.OWNER_ONLY, () -> escalation.markVoluntary(other, FRIDAY));
        }
        EscalationContent added = escalation.addContext(BANK_DUTY, "It is shut", VAULT, FRIDAY);
        EscalationDocument document = escalation.documents().get(1);
        assertArrayEquals("It is shut".getBytes(StandardCharsets.UTF_8), added.open(document, VAULT));
        assertEquals(due, escalation.dueAt());
        escalation.markVoluntary(REVIEWER, FRIDAY);
        refuses(EscalationError.MARKED_ALREADY, () -> escalation.markVoluntary(CISO, FRIDAY));
        assertEquals(Optional.of(FRIDAY), escalation.voluntaryAt());
    }

    @Test
    void whatWasSentIsKeptByteByByte() {
        Escalation escalation = new Escalation(report, evaluation(EscalationLevel.NOW, 7), FRIDAY);
        EscalationContent first = escalation.send(RENDERING, VAULT, FRIDAY).orElseThrow();
        assertTrue(escalation.send(RENDERING, VAULT, FRIDAY).isEmpty());
        byte[] changed = "{\"content\":2}".getBytes(StandardCharsets.UTF_8);
        assertTrue(escalation.send(changed, VAULT, FRIDAY.plusSeconds(60)).isPresent());
        assertEquals(2, escalation.documents().size());
        assertArrayEquals(RENDERING, first.open(escalation.documents().get(0), VAULT));
        assertThrows(SealBroken.class, () -> first.open(escalation.documents().get(1), VAULT));
    }

    @Test
    void onlyReadingByTheAuthorityIsKept() {
        Escalation escalation = open(EscalationLevel.NOW);
        EscalationDocument document = escalation.rendering().orElseThrow();
        assertTrue(escalation.read(document, DUTY, FRIDAY).isPresent());
        assertTrue(escalation.read(document, OFFICIAL, FRIDAY).isPresent());
        assertTrue(escalation.read(document, BANK_DUTY, FRIDAY).isEmpty());
    }
}
