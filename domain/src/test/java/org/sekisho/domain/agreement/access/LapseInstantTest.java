package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.agreement.access.PlaybookFacts.ApprovedPlaybook;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

/** Last days are inclusive and end at midnight in Tokyo, and a reason names the very instant at which it stops to hold. */
class LapseInstantTest {

    static Stream<Arguments> lastDays() {
        return Stream.of(
                Arguments.of(Condition.IN_FORCE_WITHIN_TERM, Scenario.TERM_LAST),
                Arguments.of(Condition.GRANT_CURRENT, Scenario.GRANT_LAST),
                Arguments.of(Condition.TRAINING_CURRENT, Scenario.TRAINED_UNTIL),
                Arguments.of(Condition.ENVIRONMENT_APPROVED, Scenario.ATTESTED_UNTIL),
                Arguments.of(Condition.PLAYBOOKS_EXERCISED, Scenario.EXERCISED.plusDays(364)),
                Arguments.of(Condition.NO_AUDIT_OVERDUE, Scenario.AUDITED.plusDays(90 + 14)),
                Arguments.of(Condition.NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE, Scenario.ACTION_DUE));
    }

    @ParameterizedTest
    @MethodSource("lastDays")
    void lastDayIsInclusiveInTokyo(Condition condition, LocalDate last) {
        Scenario scenario = new Scenario();
        assertEquals(
                Optional.of(Instant.parse(last + "T15:00:00Z")),
                reason(scenario, condition).lapsesAt(),
                "the day ends at 15:00 UTC");
        scenario.at = Instant.parse(last + "T14:59:59.999999999Z");
        assertTrue(reason(scenario, condition).satisfied());
        scenario.at = Instant.parse(last + "T15:00:00Z");
        assertFalse(reason(scenario, condition).satisfied());
        assertFalse(scenario.decideAct(Action.MODEL_USE).permit());
    }

    @ParameterizedTest
    @MethodSource("lastDays")
    void warningBeginsFourteenDaysBefore(Condition condition, LocalDate last) {
        Scenario scenario = new Scenario();
        Instant lapse = Days.endOf(last);
        Reason reason = reason(scenario, condition);
        assertFalse(reason.lapsesSoon(lapse.minus(Reason.WARNING).minusNanos(1)));
        assertTrue(reason.lapsesSoon(lapse.minus(Reason.WARNING)));
    }

    @Test
    void permitEndsWithTheFirstConditionThatLapses() {
        assertEquals(
                Optional.of(Days.endOf(Scenario.ACTION_DUE)),
                new Scenario().decideAct(Action.MODEL_USE).lapsesAt());
        Scenario denied = new Scenario();
        denied.freezes = Optional.empty();
        assertEquals(Optional.empty(), denied.decideAct(Action.MODEL_USE).lapsesAt());
    }

    @Test
    void termBeginsAtMidnightInTokyo() {
        Scenario scenario = new Scenario();
        scenario.at = Instant.parse("2026-05-27T14:59:59Z");
        assertEquals(
                FoundCode.TERM_NOT_BEGUN,
                reason(scenario, Condition.IN_FORCE_WITHIN_TERM).found().get(0).wording());
        scenario.at = Instant.parse("2026-05-27T15:00:00Z");
        assertTrue(reason(scenario, Condition.IN_FORCE_WITHIN_TERM).satisfied());
    }

    /** The picture of the agreement's page: exercised 363 days ago, the limit is 365, use stops in two days at midnight. */
    @Test
    void playbookExercised363DaysAgoStopsUseInTwoDays() {
        Scenario scenario = new Scenario();
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of(
                new ApprovedPlaybook("settlement", Scenario.REVIEWED, Optional.of(LocalDate.of(2025, 11, 26))))));
        Reason reason = reason(scenario, Condition.PLAYBOOKS_EXERCISED);
        assertTrue(reason.satisfied());
        assertEquals(363L, reason.found().get(0).parameters().get("days"));
        assertEquals(365L, reason.found().get(0).parameters().get("limit"));
        assertEquals(Optional.of(Instant.parse("2026-11-25T15:00:00Z")), reason.lapsesAt());
        assertEquals(RemedyCode.RECORD_EXERCISE, reason.remedies().get(0).wording());
    }

    @Test
    void playbookReviewRunsOutLikeAnExercise() {
        Scenario scenario = new Scenario();
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of(
                new ApprovedPlaybook("settlement", Scenario.TODAY.minusDays(364), Optional.of(Scenario.EXERCISED)))));
        Reason last = reason(scenario, Condition.PLAYBOOKS_EXERCISED);
        assertTrue(last.satisfied());
        assertEquals(Optional.of(Days.endOf(Scenario.TODAY)), last.lapsesAt());
        assertEquals(RemedyCode.REVIEW_PLAYBOOK, last.remedies().get(0).wording());
        scenario.at = Days.endOf(Scenario.TODAY);
        assertEquals(
                FoundCode.PLAYBOOK_REVIEW_OVER,
                reason(scenario, Condition.PLAYBOOKS_EXERCISED).found().get(0).wording());
    }

    @Test
    void auditBeforeAnyIsClosedIsDueFromTheFirstDayOfTheTerm() {
        Scenario scenario = new Scenario();
        scenario.assurance = Optional.of(new AssuranceFacts(Optional.empty(), Optional.empty(), List.of()));
        LocalDate due = LocalDate.of(2026, 5, 28).plusDays(90);
        scenario.at = Days.startOf(due);
        assertEquals(FoundCode.AUDIT_IN_TIME, audit(scenario).found().get(0).wording());
        scenario.at = Days.endOf(due);
        assertEquals(FoundCode.AUDIT_IN_GRACE, audit(scenario).found().get(0).wording());
        scenario.at = Days.startOf(due.plusDays(14));
        assertTrue(audit(scenario).satisfied());
        scenario.at = Days.endOf(due.plusDays(14));
        assertEquals(FoundCode.AUDIT_OVERDUE, audit(scenario).found().get(0).wording());
    }

    @Test
    void auditClosedInTheFutureCountsForNothing() {
        Scenario scenario = new Scenario();
        scenario.assurance =
                Optional.of(new AssuranceFacts(Optional.of(Scenario.TODAY.plusDays(1)), Optional.empty(), List.of()));
        assertFalse(audit(scenario).satisfied());
    }

    @Test
    void renewalThatFollowsOnProlongsTheGrant() {
        Scenario scenario = new Scenario();
        LocalDate end = Scenario.TODAY.plusDays(3);
        GrantFact renewal = new GrantFact(
                Scenario.AGREEMENT,
                Scenario.ANALYST,
                Scenario.BANK,
                Role.ANALYST,
                end.plusDays(1),
                Scenario.TERM_LAST,
                GrantState.ACTIVE);
        scenario.grants = Optional.of(List.of(Scenario.grant(Role.ANALYST, end, GrantState.ACTIVE), renewal));
        assertEquals(
                Optional.of(Days.endOf(Scenario.TERM_LAST)),
                reason(scenario, Condition.GRANT_CURRENT).lapsesAt());
        GrantFact late = new GrantFact(
                Scenario.AGREEMENT,
                Scenario.ANALYST,
                Scenario.BANK,
                Role.ANALYST,
                end.plusDays(2),
                Scenario.TERM_LAST,
                GrantState.ACTIVE);
        scenario.grants = Optional.of(List.of(Scenario.grant(Role.ANALYST, end, GrantState.ACTIVE), late));
        assertEquals(
                Optional.of(Days.endOf(end)),
                reason(scenario, Condition.GRANT_CURRENT).lapsesAt());
    }

    @Test
    void trainingCountsNoLongerThanTheClauseLetsIt() {
        Scenario scenario = new Scenario();
        scenario.trainings = Optional.of(List.of(new TrainingFact(
                Scenario.ANALYST, "handling", Scenario.TODAY.minusDays(365), Scenario.TODAY.plusDays(1_000))));
        assertFalse(reason(scenario, Condition.TRAINING_CURRENT).satisfied());
        scenario.trainings = Optional.of(List.of(new TrainingFact(
                Scenario.ANALYST, "handling", Scenario.TODAY.minusDays(364), Scenario.TODAY.plusDays(1_000))));
        assertEquals(
                Optional.of(Days.endOf(Scenario.TODAY)),
                reason(scenario, Condition.TRAINING_CURRENT).lapsesAt());
    }

    private static Reason audit(Scenario scenario) {
        return reason(scenario, Condition.NO_AUDIT_OVERDUE);
    }

    private static Reason reason(Scenario scenario, Condition condition) {
        return scenario.decideAct(Action.MODEL_USE).reasons().stream()
                .filter(reason -> reason.condition() == condition)
                .findFirst()
                .orElseThrow();
    }
}
