package org.sekisho.domain.agreement.phase;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.BANK;
import static org.sekisho.domain.agreement.access.TestActors.PROVIDER;
import static org.sekisho.domain.agreement.access.TestActors.SECRETARIAT;
import static org.sekisho.domain.agreement.access.TestActors.coordinator;
import static org.sekisho.domain.agreement.access.TestActors.ofAuthority;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofProvider;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;
import static org.sekisho.domain.agreement.access.TestActors.ofSecretariat;
import static org.sekisho.domain.agreement.access.TestActors.tiedTo;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.PhaseClause;
import org.sekisho.domain.agreement.clause.PhaseClause.Comparison;
import org.sekisho.domain.agreement.clause.PhaseClause.Criterion;
import org.sekisho.domain.agreement.clause.PhaseClause.Measurement;
import org.sekisho.domain.agreement.clause.PhaseClause.PhaseRule;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.SharedError;

class PhaseEvaluationTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final UUID AGREEMENT = new UUID(1, 1);
    private static final Set<UUID> PARTIES = Set.of(BANK, PROVIDER, SECRETARIAT);
    private static final PhaseClause CLAUSE = new PhaseClause(
            Phase.PILOT,
            List.of(
                    new PhaseRule(
                            Phase.PILOT,
                            EnumSet.allOf(Purpose.class),
                            List.of(
                                    criterion("reviewed", Comparison.AT_LEAST, 95, Measurement.BY_SYSTEM),
                                    criterion("outages", Comparison.AT_MOST, 0, Measurement.STATED))),
                    new PhaseRule(Phase.LIMITED, EnumSet.allOf(Purpose.class), List.of())));

    private final AgreementPhase pilot = AgreementPhase.first(AGREEMENT, Phase.PILOT, NOW);
    private final Actor bank = ofBank(Role.CISO);
    private final Actor provider = ofProvider(Role.SIGNATORY);
    private final Actor secretariat = coordinator();
    private final Actor secretary = ofSecretariat(Role.SIGNATORY);

    @Test
    void nextPhaseOpensWhenEveryCriterionIsMetAndEveryPartyAgreed() {
        PhaseEvaluation evaluation = met();
        agree(evaluation, bank);
        agree(evaluation, provider);
        assertEquals(EvaluationState.OPEN, evaluation.state());
        refused(PhaseError.WRONG_STATE, () -> evaluation.openNext(pilot, NOW));
        assertEquals(Set.of(SECRETARIAT), evaluation.waitingFor());
        agree(evaluation, secretary);
        assertEquals(EvaluationState.AGREED, evaluation.state());
        AgreementPhase limited = evaluation.openNext(pilot, NOW);
        assertEquals(Phase.LIMITED, limited.phase());
        assertEquals(Optional.of(evaluation.id()), limited.evaluation());
        assertTrue(limited.isPresent());
        assertFalse(pilot.isPresent());
        assertEquals("phase.opened", limited.began().name());
    }

    @Test
    void evaluationOpensAPhaseOnce() {
        PhaseEvaluation evaluation = agreed();
        AgreementPhase limited = evaluation.openNext(pilot, NOW);
        AgreementPhase back = limited.stepBack(secretariat, Phase.PILOT, "outage", PARTIES, NOW);
        refused(PhaseError.WRONG_STATE, () -> evaluation.openNext(back, NOW));
    }

    @Test
    void evaluationOfAnEarlierPhaseOpensNothing() {
        AgreementPhase limited = agreed().openNext(pilot, NOW);
        PhaseEvaluation late = agreed();
        refused(PhaseError.OTHER_PHASE, () -> late.openNext(limited, NOW));
        refused(PhaseError.OTHER_PHASE, () -> late.openNext(pilot, NOW));
        refused(
                PhaseError.OTHER_PHASE,
                () -> late.openNext(AgreementPhase.first(new UUID(7, 7), Phase.PILOT, NOW), NOW));
    }

    @Test
    void systemicRiskIsAlwaysACriterionAndOnlyAnAuthorityAssessesIt() {
        PhaseEvaluation evaluation = opened();
        assertEquals(List.of("outages", "reviewed", PhaseClause.SYSTEMIC_RISK), evaluation.unmet());
        Actor reviewer = ofAuthority(Role.AUTHORITY_REVIEWER);
        for (Actor other : List.of(
                bank,
                secretariat,
                ofAuthority(Role.DUTY_OFFICER),
                tiedTo(ofAuthority(Role.AUTHORITY_REVIEWER), BANK))) {
            refused(PhaseError.NOT_AN_ASSESSOR, () -> evaluation.assess(other, true, "A-1", NOW));
        }
        refused(
                PhaseError.OTHER_MEASUREMENT,
                () -> evaluation.state(secretariat, PhaseClause.SYSTEMIC_RISK, 1, "own view", NOW));
        evaluation.assess(reviewer, false, "Assessment 3", NOW);
        assertTrue(evaluation.unmet().contains(PhaseClause.SYSTEMIC_RISK));
        evaluation.assess(reviewer, true, "Assessment 4", NOW);
        assertFalse(evaluation.unmet().contains(PhaseClause.SYSTEMIC_RISK));
    }

    @Test
    void statedValueNeedsEvidenceAndMeasuredOneIsNotStated() {
        PhaseEvaluation evaluation = opened();
        refused(SharedError.REQUIRED, () -> evaluation.state(secretariat, "outages", 0, " ", NOW));
        refused(PhaseError.OTHER_MEASUREMENT, () -> evaluation.state(secretariat, "reviewed", 99, "sheet", NOW));
        refused(PhaseError.OTHER_MEASUREMENT, () -> evaluation.measure(secretariat, "outages", 0, NOW));
        refused(PhaseError.CRITERION_UNKNOWN, () -> evaluation.measure(secretariat, "nothing", 0, NOW));
        refused(PhaseError.NOT_A_VOTER, () -> evaluation.state(ofRival(Role.CISO), "outages", 0, "sheet", NOW));
        refused(PhaseError.VALUE_OUT_OF_RANGE, () -> evaluation.measure(secretariat, "reviewed", -1, NOW));
    }

    @Test
    void nobodyAgreesWhileACriterionIsNotMet() {
        PhaseEvaluation evaluation = met();
        evaluation.measure(secretariat, "reviewed", 94, NOW);
        refused(PhaseError.CRITERIA_NOT_MET, () -> agree(evaluation, bank));
        evaluation.measure(secretariat, "reviewed", 95, NOW);
        agree(evaluation, bank);
    }

    @Test
    void voteCoversOnlyTheValuesThatWereRead() {
        PhaseEvaluation evaluation = met();
        String read = evaluation.criteriaHash();
        agree(evaluation, bank);
        evaluation.state(provider, "outages", 0, "another sheet", NOW);
        assertNotEquals(read, evaluation.criteriaHash());
        assertEquals(PARTIES, evaluation.waitingFor(), "the bank's vote no longer covers it");
        refused(PhaseError.CRITERIA_CHANGED, () -> evaluation.agree(provider, read, "", NOW));
        agree(evaluation, provider);
        agree(evaluation, secretary);
        assertEquals(EvaluationState.OPEN, evaluation.state());
        agree(evaluation, bank);
        assertEquals(EvaluationState.AGREED, evaluation.state());
        assertEquals(4, evaluation.votes().size(), "every vote stays");
    }

    @Test
    void partyVotesOnceByARoleThatSpeaksForIt() {
        PhaseEvaluation evaluation = met();
        refused(PhaseError.NOT_A_VOTER, () -> agree(evaluation, ofBank(Role.ANALYST)));
        refused(PhaseError.NOT_A_VOTER, () -> agree(evaluation, ofRival(Role.CISO)));
        refused(PhaseError.NOT_A_VOTER, () -> agree(evaluation, secretariat));
        refused(PhaseError.NOT_A_VOTER, () -> agree(evaluation, ofAuthority(Role.AUTHORITY_REVIEWER)));
        agree(evaluation, bank);
        refused(PhaseError.ALREADY_VOTED, () -> agree(evaluation, ofBank(Role.SIGNATORY)));
    }

    @Test
    void onePartyThatDeclinesClosesTheEvaluation() {
        PhaseEvaluation evaluation = met();
        agree(evaluation, bank);
        evaluation.decline(bank, "we found an outage", NOW);
        assertEquals(EvaluationState.DECLINED, evaluation.state());
        refused(PhaseError.WRONG_STATE, () -> agree(evaluation, provider));
        refused(PhaseError.WRONG_STATE, () -> evaluation.measure(secretariat, "reviewed", 99, NOW));
    }

    @Test
    void onlyTheCoordinatorOpensAndCallsOff() {
        refused(
                PhaseError.COORDINATOR_ONLY,
                () -> new PhaseEvaluation(bank, AGREEMENT, PARTIES, Phase.PILOT, CLAUSE, NOW));
        PhaseEvaluation evaluation = opened();
        refused(PhaseError.COORDINATOR_ONLY, () -> evaluation.withdraw(bank, "no", NOW));
        evaluation.withdraw(secretariat, "too early", NOW);
        assertEquals(EvaluationState.WITHDRAWN, evaluation.state());
    }

    @Test
    void phaseThatTheClauseDoesNotKnowIsNotOpened() {
        for (Phase from : List.of(Phase.LIMITED, Phase.BROAD)) {
            refused(
                    PhaseError.NO_NEXT_PHASE,
                    () -> new PhaseEvaluation(secretariat, AGREEMENT, PARTIES, from, CLAUSE, NOW));
        }
    }

    @Test
    void steppingBackIsOneActOfOnePersonConcerned() {
        AgreementPhase limited = agreed().openNext(pilot, NOW);
        for (Actor other : List.of(ofBank(Role.ANALYST), ofRival(Role.CISO), ofAuthority(Role.DUTY_OFFICER))) {
            refused(PhaseError.NOT_CONCERNED, () -> limited.stepBack(other, Phase.PILOT, "outage", PARTIES, NOW));
        }
        refused(PhaseError.NOT_EARLIER, () -> limited.stepBack(bank, Phase.LIMITED, "outage", PARTIES, NOW));
        refused(PhaseError.NOT_EARLIER, () -> limited.stepBack(bank, Phase.BROAD, "outage", PARTIES, NOW));
        Actor authority = ofAuthority(Role.AUTHORITY_REVIEWER);
        AgreementPhase back = limited.stepBack(authority, Phase.PILOT, "outage", PARTIES, NOW);
        assertEquals(Phase.PILOT, back.phase());
        assertEquals(authority.person(), back.steppedBackBy());
        assertEquals("outage", back.reason());
        assertEquals(Optional.of(NOW), limited.endedAt());
        assertEquals("phase.stepped-back", back.began().name());
        refused(PhaseError.OTHER_PHASE, () -> limited.stepBack(bank, Phase.PILOT, "again", PARTIES, NOW));
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<EvaluationState, Set<EvaluationState>> table = Map.of(
                EvaluationState.OPEN,
                EnumSet.of(EvaluationState.AGREED, EvaluationState.DECLINED, EvaluationState.WITHDRAWN),
                EvaluationState.AGREED,
                EnumSet.of(EvaluationState.APPLIED, EvaluationState.WITHDRAWN));
        for (EvaluationState from : EvaluationState.values()) {
            for (EvaluationState to : EvaluationState.values()) {
                boolean allowed = table.getOrDefault(from, Set.of()).contains(to);
                assertEquals(allowed, from.canBecome(to), from + " → " + to);
                if (to == EvaluationState.OPEN) {
                    continue;
                }
                PhaseEvaluation evaluation = in(from);
                if (allowed) {
                    become(evaluation, to);
                    assertEquals(to, evaluation.state());
                } else {
                    refused(PhaseError.WRONG_STATE, () -> become(evaluation, to));
                }
            }
        }
    }

    private PhaseEvaluation in(EvaluationState state) {
        PhaseEvaluation evaluation = met();
        switch (state) {
            case OPEN -> {}
            case AGREED, DECLINED, WITHDRAWN -> become(evaluation, state);
            case APPLIED -> {
                become(evaluation, EvaluationState.AGREED);
                become(evaluation, EvaluationState.APPLIED);
            }
        }
        return evaluation;
    }

    private void become(PhaseEvaluation evaluation, EvaluationState state) {
        switch (state) {
            case OPEN -> {}
            case AGREED -> List.of(bank, provider, secretary).forEach(voter -> agree(evaluation, voter));
            case APPLIED -> evaluation.openNext(AgreementPhase.first(AGREEMENT, Phase.PILOT, NOW), NOW);
            case DECLINED -> evaluation.decline(bank, "no", NOW);
            case WITHDRAWN -> evaluation.withdraw(secretariat, "no", NOW);
        }
    }

    private PhaseEvaluation opened() {
        return new PhaseEvaluation(secretariat, AGREEMENT, PARTIES, Phase.PILOT, CLAUSE, NOW);
    }

    private PhaseEvaluation met() {
        PhaseEvaluation evaluation = opened();
        evaluation.measure(secretariat, "reviewed", 97, NOW);
        evaluation.state(secretariat, "outages", 0, "Incident log", NOW);
        evaluation.assess(ofAuthority(Role.AUTHORITY_REVIEWER), true, "Assessment 4", NOW);
        return evaluation;
    }

    private PhaseEvaluation agreed() {
        return in(EvaluationState.AGREED);
    }

    private static void agree(PhaseEvaluation evaluation, Actor actor) {
        evaluation.agree(actor, evaluation.criteriaHash(), "", NOW);
    }

    private static Criterion criterion(String code, Comparison comparison, long threshold, Measurement measurement) {
        Words words = new Words(code, code);
        return new Criterion(code, words, comparison, threshold, words, measurement);
    }
}
