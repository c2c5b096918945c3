package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;

/** What other parts of the house have to say: limits, playbooks and freezes. */
class OutsideConditionsTest {

    private final Scenario scenario = new Scenario();

    @Test
    void lastCallWithinTheLimitIsPermittedAndTheNextIsNot() {
        scenario.requests = 1_999;
        scenario.tokens = 7_999_999;
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
        scenario.requests = 2_000;
        assertEquals(FoundCode.USAGE_USED_UP, scenario.found(Condition.WITHIN_USAGE_LIMITS));
        scenario.requests = 0;
        scenario.tokens = 8_000_000;
        assertEquals(FoundCode.USAGE_USED_UP, scenario.found(Condition.WITHIN_USAGE_LIMITS));
        scenario.tokens = -1;
        assertEquals(FoundCode.UNKNOWN, scenario.found(Condition.WITHIN_USAGE_LIMITS));
    }

    @Test
    void figuresOfAnotherDayAreNoKnowledgeOfToday() {
        AccessFacts facts = scenario.facts();
        OutsideFacts stale = new OutsideFacts(
                facts.outside().playbooks(),
                facts.outside().assurance(),
                Optional.of(new UsageFacts(Scenario.TODAY.minusDays(1), 0, 0)));
        AccessFacts yesterday = new AccessFacts(
                facts.at(),
                facts.agreement(),
                facts.person(),
                facts.grants(),
                facts.trainings(),
                facts.attestations(),
                facts.freezes(),
                stale);
        assertFalse(
                AccessPolicy.decide(scenario.act(Action.MODEL_USE), yesterday).permit());
    }

    @Test
    void playbookNeverExercisedOrNotApprovedDenies() {
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of()));
        assertEquals(FoundCode.PLAYBOOK_NOT_APPROVED, scenario.found(Condition.PLAYBOOKS_EXERCISED));
        scenario.playbooks = Optional.of(new PlaybookFacts(
                List.of(new PlaybookFacts.ApprovedPlaybook("settlement", Scenario.REVIEWED, Optional.empty()))));
        assertEquals(FoundCode.PLAYBOOK_NEVER_EXERCISED, scenario.found(Condition.PLAYBOOKS_EXERCISED));
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of(new PlaybookFacts.ApprovedPlaybook(
                "settlement", Scenario.REVIEWED, Optional.of(Scenario.TODAY.plusDays(1))))));
        assertEquals(FoundCode.PLAYBOOK_NEVER_EXERCISED, scenario.found(Condition.PLAYBOOKS_EXERCISED));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeThatNamesThePersonOrTheirOrganisationStopsEveryAction(Action action) {
        for (FreezeScope scope :
                List.of(FreezeScope.person(Scenario.ANALYST), FreezeScope.organisation(Scenario.BANK))) {
            scenario.freezes(scope);
            assertEquals(FoundCode.FROZEN, scenario.found(Condition.NOT_FROZEN, scenario.act(action)));
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeOfEverythingTheAgreementOrTheProviderStopsUseAndWhatLeaves(Action action) {
        boolean stops = EnumSet.of(Action.MODEL_USE, Action.LIVE_FIRE_RUN, Action.REPORT_RELEASE, Action.REPORT_EXPORT)
                .contains(action);
        for (FreezeScope scope : List.of(
                FreezeScope.all(),
                FreezeScope.agreement(Scenario.AGREEMENT),
                FreezeScope.organisation(Scenario.PROVIDER))) {
            scenario.freezes(scope);
            assertEquals(!stops, scenario.decideAct(action).permit());
        }
    }

    /** The provider's people answer auditors and read their findings while the bank is frozen. */
    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeOfTheReceiverStopsPeopleOfOtherPartiesOnlyInUseAndWhatLeaves(Action action) {
        boolean stops = EnumSet.of(Action.MODEL_USE, Action.LIVE_FIRE_RUN, Action.REPORT_RELEASE, Action.REPORT_EXPORT)
                .contains(action);
        scenario.person =
                Optional.of(new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.PROVIDER, Set.of(Role.ANALYST))));
        scenario.grants = Optional.of(List.of(new GrantFact(
                Scenario.AGREEMENT,
                Scenario.ANALYST,
                Scenario.PROVIDER,
                Role.ANALYST,
                Scenario.TODAY,
                Scenario.GRANT_LAST,
                GrantState.ACTIVE)));
        scenario.freezes(FreezeScope.organisation(Scenario.BANK));
        assertEquals(!stops, scenario.decideAct(action).permit());
    }

    /** Answering an audit needs a role, a grant and no freeze of one's own, and nothing else. */
    @Test
    void auditIsAnsweredUnderAnAgreementThatIsSuspendedFrozenAndOverdue() {
        Lapse.of(Condition.IN_FORCE_WITHIN_TERM, scenario);
        Lapse.of(Condition.NO_AUDIT_OVERDUE, scenario);
        scenario.freezes(FreezeScope.all(), FreezeScope.agreement(Scenario.AGREEMENT));
        AccessRequest answer = AccessRequest.act(
                Scenario.ANALYST, Scenario.AGREEMENT, Action.AUDIT_ANSWER, "engagement:" + Scenario.RIVAL);
        assertTrue(AccessPolicy.decide(answer, scenario.facts()).permit());
        Lapse.of(Condition.GRANT_CURRENT, scenario);
        assertEquals(FoundCode.GRANT_OVER, scenario.found(Condition.GRANT_CURRENT, answer));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeOfSomebodyElseStopsNothing(Action action) {
        scenario.freezes(
                FreezeScope.person(Scenario.COLLEAGUE),
                FreezeScope.organisation(Scenario.RIVAL),
                FreezeScope.organisation(Scenario.SECRETARIAT),
                FreezeScope.agreement(Scenario.RIVAL));
        assertTrue(scenario.decideAct(action).permit());
    }

    @Test
    void freezeThatOnePersonAgreedToLiftStillStops() {
        scenario.freezes = Optional.of(List.of(new FreezeFact(FreezeScope.all(), scenario.at, true)));
        assertEquals(FoundCode.FROZEN_LIFT_PROPOSED, scenario.found(Condition.NOT_FROZEN));
        assertEquals(
                RemedyCode.SECOND_LIFT,
                scenario.reason(Condition.NOT_FROZEN).remedies().get(0).wording());
    }

    @Test
    void phraseTakesExactlyTheParametersOfItsWording() {
        assertThrows(IllegalArgumentException.class, () -> Phrase.of(FoundCode.TERM_OVER));
        assertThrows(IllegalArgumentException.class, () -> Phrase.of(FoundCode.TERM_OVER, "day", new Object()));
    }
}
