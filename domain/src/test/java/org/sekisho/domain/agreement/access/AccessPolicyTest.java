package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;

/** Every action of the table against every condition, every pair of them, every unknown and every missing clause. */
class AccessPolicyTest {

    private static final Set<Action> NEED_EVERYTHING =
            EnumSet.of(Action.MODEL_USE, Action.LIVE_FIRE_RUN, Action.REPORT_RELEASE, Action.REPORT_EXPORT);

    private static final Set<Condition> OWN_WORK =
            EnumSet.of(Condition.ROLE_ALLOWS_ACTION, Condition.GRANT_CURRENT, Condition.NOT_FROZEN);

    static Stream<Action> actions() {
        return Stream.of(Action.values());
    }

    static Stream<Arguments> actionsAndConditions() {
        return actions().flatMap(action -> Stream.of(Condition.values()).map(one -> Arguments.of(action, one)));
    }

    static Stream<Arguments> actionsAndPairs() {
        return actions().flatMap(action -> Stream.of(Condition.values()).flatMap(one -> Stream.of(Condition.values())
                .filter(other -> one.compareTo(other) < 0)
                .map(other -> Arguments.of(action, one, other))));
    }

    private static Set<Condition> needs(Action action) {
        return NEED_EVERYTHING.contains(action) ? EnumSet.allOf(Condition.class) : OWN_WORK;
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void actionNeedsWhatTheTableOfTheDesignSays(Action action) {
        assertEquals(needs(action), ConditionTable.needs(action));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void actionIsPermittedWhileEverythingHolds(Action action) {
        for (AccessDecision decision : bothWays(new Scenario(), action)) {
            assertTrue(decision.permit(), () -> decision.failed().toString());
            assertEquals(needs(action), conditions(decision.reasons()));
        }
    }

    @ParameterizedTest
    @MethodSource("actionsAndConditions")
    void oneLapseDeniesExactlyTheActionsThatNeedIt(Action action, Condition lapsed) {
        Scenario scenario = new Scenario();
        Lapse.of(lapsed, scenario);
        checkDenied(scenario, action, EnumSet.of(lapsed));
    }

    @ParameterizedTest
    @MethodSource("actionsAndPairs")
    void twoLapsesAreBothNamed(Action action, Condition one, Condition other) {
        Scenario scenario = new Scenario();
        Lapse.of(one, scenario);
        Lapse.of(other, scenario);
        checkDenied(scenario, action, EnumSet.of(one, other));
    }

    private static void checkDenied(Scenario scenario, Action action, Set<Condition> lapsed) {
        Set<Condition> expected = EnumSet.copyOf(lapsed);
        expected.retainAll(needs(action));
        AccessDecision decision = scenario.decideAct(action);
        assertEquals(expected, conditions(decision.failed()), () -> decision.reasons()
                .toString());
        assertEquals(expected.isEmpty(), decision.permit());
        assertEquals(needs(action), conditions(decision.reasons()), "every condition has its reason");
        List<Reason> sorted = new ArrayList<>(decision.reasons());
        sorted.sort(Comparator.comparing(Reason::satisfied).thenComparing(Reason::condition));
        assertEquals(sorted, decision.reasons(), "failed ones first");
        for (Reason failed : decision.failed()) {
            assertFalse(failed.found().isEmpty(), "it says what was found");
            assertFalse(failed.remedies().isEmpty(), "it says what would restore it");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_READ", "REPORT_REVIEW", "REPORT_REMEDIATE", "INCIDENT_RUN", "AUDIT_ANSWER"})
    void noLapseLocksAnyoneOutOfTheirOwnFindings(Action action) {
        Scenario scenario = new Scenario();
        for (Condition condition : EnumSet.complementOf(EnumSet.copyOf(OWN_WORK))) {
            Lapse.of(condition, scenario);
        }
        assertTrue(scenario.decideAct(action).permit());
    }

    /** What is unknown, and which conditions of use of the model it denies. */
    enum Unknown {
        AGREEMENT(scenario -> scenario.agreementKnown = false, EnumSet.allOf(Condition.class)),
        SIGNATURES(scenario -> scenario.signatures = Optional.empty(), EnumSet.of(Condition.IN_FORCE_WITHIN_TERM)),
        PHASE(scenario -> scenario.phase = Optional.empty(), EnumSet.of(Condition.PHASE_ALLOWS_PURPOSE)),
        PERSON(
                scenario -> scenario.person = Optional.empty(),
                EnumSet.of(Condition.ROLE_ALLOWS_ACTION, Condition.NOT_FROZEN)),
        GRANTS(scenario -> scenario.grants = Optional.empty(), EnumSet.of(Condition.GRANT_CURRENT)),
        TRAININGS(scenario -> scenario.trainings = Optional.empty(), EnumSet.of(Condition.TRAINING_CURRENT)),
        ATTESTATIONS(scenario -> scenario.attestations = Optional.empty(), EnumSet.of(Condition.ENVIRONMENT_APPROVED)),
        PLAYBOOKS(scenario -> scenario.playbooks = Optional.empty(), EnumSet.of(Condition.PLAYBOOKS_EXERCISED)),
        ASSURANCE(
                scenario -> scenario.assurance = Optional.empty(),
                EnumSet.of(Condition.NO_AUDIT_OVERDUE, Condition.NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE)),
        USAGE(scenario -> scenario.usageKnown = false, EnumSet.of(Condition.WITHIN_USAGE_LIMITS)),
        FREEZES(scenario -> scenario.freezes = Optional.empty(), EnumSet.of(Condition.NOT_FROZEN));

        private final Consumer<Scenario> forget;
        private final Set<Condition> denied;

        Unknown(Consumer<Scenario> forget, Set<Condition> denied) {
            this.forget = forget;
            this.denied = denied;
        }
    }

    static Stream<Arguments> actionsAndUnknowns() {
        return actions().flatMap(action -> Stream.of(Unknown.values()).map(what -> Arguments.of(action, what)));
    }

    @ParameterizedTest
    @MethodSource("actionsAndUnknowns")
    void whatIsUnknownIsDenied(Action action, Unknown unknown) {
        Scenario scenario = new Scenario();
        unknown.forget.accept(scenario);
        Set<Condition> expected = EnumSet.copyOf(unknown.denied);
        expected.retainAll(needs(action));
        for (AccessDecision decision : bothWays(scenario, action)) {
            assertEquals(expected, conditions(decision.failed()));
            for (Reason reason : decision.failed()) {
                assertEquals("unknown", reason.found().get(0).code());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void nothingIsPermittedWhenNothingIsKnown(Action action) {
        Scenario scenario = new Scenario();
        AccessDecision decision = AccessPolicy.decide(scenario.question(action), AccessFacts.unknown(scenario.at));
        assertEquals(needs(action), conditions(decision.failed()));
    }

    static Stream<Arguments> clausesOfUse() {
        return Stream.of(
                Arguments.of(
                        ClauseKind.GENERAL, EnumSet.of(Condition.IN_FORCE_WITHIN_TERM, Condition.NO_AUDIT_OVERDUE)),
                Arguments.of(ClauseKind.SCOPE, EnumSet.of(Condition.SYSTEM_IN_SCOPE, Condition.PHASE_ALLOWS_PURPOSE)),
                Arguments.of(
                        ClauseKind.PEOPLE,
                        EnumSet.of(Condition.ROLE_ALLOWS_ACTION, Condition.GRANT_CURRENT, Condition.TRAINING_CURRENT)),
                Arguments.of(ClauseKind.ENVIRONMENTS, EnumSet.of(Condition.ENVIRONMENT_APPROVED)),
                Arguments.of(
                        ClauseKind.AUDIT,
                        EnumSet.of(Condition.NO_AUDIT_OVERDUE, Condition.NO_CRITICAL_CORRECTIVE_ACTION_OVERDUE)),
                Arguments.of(ClauseKind.PLAYBOOKS, EnumSet.of(Condition.PLAYBOOKS_EXERCISED)),
                Arguments.of(ClauseKind.USAGE, EnumSet.of(Condition.WITHIN_USAGE_LIMITS)),
                Arguments.of(ClauseKind.PHASE, EnumSet.of(Condition.PHASE_ALLOWS_PURPOSE)));
    }

    @ParameterizedTest
    @MethodSource("clausesOfUse")
    void missingClausePermitsNothing(ClauseKind missing, Set<Condition> denied) {
        Scenario scenario = new Scenario();
        scenario.clauses.remove(missing);
        for (AccessDecision decision : bothWays(scenario, Action.MODEL_USE)) {
            assertEquals(denied, conditions(decision.failed()));
            for (Reason reason : decision.failed()) {
                assertEquals(FoundCode.CLAUSE_MISSING, reason.found().get(0).wording());
            }
        }
    }

    @Test
    void factsAboutSomebodyElseAreNoFacts() {
        Scenario scenario = new Scenario();
        AccessRequest other = AccessRequest.question(Scenario.COLLEAGUE, Scenario.AGREEMENT, Action.MODEL_USE);
        assertEquals(
                EnumSet.of(
                        Condition.ROLE_ALLOWS_ACTION,
                        Condition.GRANT_CURRENT,
                        Condition.TRAINING_CURRENT,
                        Condition.NOT_FROZEN),
                conditions(AccessPolicy.decide(other, scenario.facts()).failed()));
    }

    @Test
    void factsAboutAnotherAgreementAreNoFacts() {
        Scenario scenario = new Scenario();
        AccessRequest other = AccessRequest.question(Scenario.ANALYST, Scenario.RIVAL, Action.MODEL_USE);
        assertEquals(
                EnumSet.allOf(Condition.class),
                conditions(AccessPolicy.decide(other, scenario.facts()).failed()));
    }

    @Test
    void decisionIsRecordedByCodesAlone() {
        Scenario scenario = new Scenario();
        Lapse.of(Condition.TRAINING_CURRENT, scenario);
        var event = scenario.decideAct(Action.MODEL_USE).decided();
        assertEquals("access.decided", event.name());
        assertEquals("no", event.details().get("permit"));
        assertEquals(List.of("TRAINING_CURRENT"), event.details().get("failed"));
        assertEquals(Set.of("address"), event.personal().keySet());
    }

    private static List<AccessDecision> bothWays(Scenario scenario, Action action) {
        return List.of(scenario.decideAct(action), scenario.decideQuestion(action));
    }

    private static Set<Condition> conditions(List<Reason> reasons) {
        return reasons.stream()
                .map(Reason::condition)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Condition.class)));
    }
}
