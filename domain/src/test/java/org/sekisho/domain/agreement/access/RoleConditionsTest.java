package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.AgreementState;
import org.sekisho.domain.agreement.access.AgreementFacts.Signatures;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ExportClause;
import org.sekisho.domain.agreement.clause.LiveFireClause;
import org.sekisho.domain.agreement.clause.PeopleClause;
import org.sekisho.domain.agreement.clause.PeopleClause.RequiredTraining;
import org.sekisho.domain.agreement.clause.PeopleClause.RoleActions;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.Role;

/** What the agreement, the role, the grant and the training have to say. */
class RoleConditionsTest {

    private final Scenario scenario = new Scenario();

    @ParameterizedTest
    @EnumSource(value = AgreementState.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_FORCE")
    void onlyAnAgreementInForcePermitsUse(AgreementState state) {
        scenario.state = state;
        assertEquals(FoundCode.AGREEMENT_NOT_IN_FORCE, scenario.found(Condition.IN_FORCE_WITHIN_TERM));
    }

    @Test
    void missingSignaturePermitsNothing() {
        scenario.signatures = Optional.of(new Signatures(3, "00", 2, 3));
        assertEquals(FoundCode.SIGNATURES_MISSING, scenario.found(Condition.IN_FORCE_WITHIN_TERM));
        scenario.signatures = Optional.of(new Signatures(3, "00", 0, 0));
        assertEquals(FoundCode.SIGNATURES_MISSING, scenario.found(Condition.IN_FORCE_WITHIN_TERM));
    }

    @Test
    void deactivatedPersonIsDeniedEverything() {
        scenario.person =
                Optional.of(new PersonFacts(Scenario.ANALYST, false, Map.of(Scenario.BANK, Set.of(Role.ANALYST))));
        for (Action action : Action.values()) {
            assertEquals(
                    FoundCode.PERSON_INACTIVE, scenario.found(Condition.ROLE_ALLOWS_ACTION, scenario.question(action)));
        }
    }

    @Test
    void roleAtAnOrganisationThatIsNoPartyCountsForNothing() {
        scenario.person =
                Optional.of(new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.RIVAL, Set.of(Role.ANALYST))));
        assertEquals(FoundCode.ORGANISATION_NOT_PARTY, scenario.found(Condition.ROLE_ALLOWS_ACTION));
    }

    @Test
    void grantForARoleThatDoesNotAllowTheActionIsNotEnough() {
        scenario.person = Optional.of(
                new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.BANK, Set.of(Role.ANALYST, Role.CISO))));
        scenario.grants = Optional.of(List.of(Scenario.grant(Role.CISO, Scenario.GRANT_LAST, GrantState.ACTIVE)));
        assertTrue(scenario.reason(Condition.ROLE_ALLOWS_ACTION).satisfied());
        assertEquals(FoundCode.GRANT_FOR_OTHER_ROLE, scenario.found(Condition.GRANT_CURRENT));
        assertTrue(scenario.decideQuestion(Action.INCIDENT_RUN).permit());
    }

    @Test
    void grantOfAnOrganisationThatThePersonLeftIsNotEnough() {
        scenario.person = Optional.of(
                new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.SECRETARIAT, Set.of(Role.ANALYST))));
        assertTrue(scenario.reason(Condition.ROLE_ALLOWS_ACTION).satisfied());
        assertEquals(FoundCode.GRANT_OF_OTHER_ORGANISATION, scenario.found(Condition.GRANT_CURRENT));
    }

    @ParameterizedTest
    @CsvSource({
        "REQUESTED, GRANT_NOT_APPROVED, APPROVE_GRANT",
        "APPROVED, GRANT_NOT_CHECKED, CHECK_GRANT",
        "DECLINED, GRANT_DECLINED, REQUEST_GRANT",
        "REVOKED, GRANT_REVOKED, REQUEST_GRANT",
        "ENDED, GRANT_OVER, RENEW_GRANT"
    })
    void grantThatIsNotActiveGivesNothing(GrantState state, FoundCode found, RemedyCode remedy) {
        scenario.grants = Optional.of(List.of(Scenario.grant(Role.ANALYST, Scenario.GRANT_LAST, state)));
        assertEquals(found, scenario.found(Condition.GRANT_CURRENT));
        assertEquals(
                remedy,
                scenario.reason(Condition.GRANT_CURRENT).remedies().get(0).wording());
    }

    @Test
    void personWithoutAnyGrantIsDenied() {
        scenario.grants = Optional.of(List.of());
        assertEquals(FoundCode.GRANT_NONE, scenario.found(Condition.GRANT_CURRENT));
    }

    @Test
    void everyTrainingOfTheRoleIsNeeded() {
        needTrainings("handling", "redaction");
        Reason reason = scenario.reason(Condition.TRAINING_CURRENT);
        assertFalse(reason.satisfied());
        assertEquals(List.of(FoundCode.TRAINING_NONE), wordings(reason));
        List<TrainingFact> both = new ArrayList<>(scenario.trainings.orElseThrow());
        both.add(Scenario.training("redaction", Scenario.TODAY));
        scenario.trainings = Optional.of(both);
        assertTrue(scenario.reason(Condition.TRAINING_CURRENT).satisfied());
    }

    @Test
    void roleForWhichTheClauseAsksNoTrainingNeedsNone() {
        needTrainings();
        scenario.trainings = Optional.of(List.of());
        assertEquals(FoundCode.TRAINING_NOT_REQUIRED, scenario.found(Condition.TRAINING_CURRENT));
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
    }

    @Test
    void trainingCompletedInTheFutureCountsForNothing() {
        scenario.trainings = Optional.of(List.of(new TrainingFact(
                Scenario.ANALYST, "handling", Scenario.TODAY.plusDays(1), Scenario.TODAY.plusDays(300))));
        assertEquals(FoundCode.TRAINING_NONE, scenario.found(Condition.TRAINING_CURRENT));
    }

    @Test
    void forbiddenOrUnregulatedLiveFireIsRunByNobody() {
        scenario.clauses.put(ClauseKind.LIVE_FIRE, LiveFireClause.forbidden());
        Reason forbidden = scenario.reason(Condition.ROLE_ALLOWS_ACTION, scenario.act(Action.LIVE_FIRE_RUN));
        assertEquals(List.of(FoundCode.LIVE_FIRE_FORBIDDEN), wordings(forbidden));
        assertEquals(Optional.of(ClauseKind.LIVE_FIRE), forbidden.clause());
        scenario.clauses.remove(ClauseKind.LIVE_FIRE);
        assertEquals(
                FoundCode.CLAUSE_MISSING,
                scenario.found(Condition.ROLE_ALLOWS_ACTION, scenario.act(Action.LIVE_FIRE_RUN)));
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_RELEASE", "REPORT_EXPORT"})
    void nothingLeavesThatNoRuleOfTheExportClauseNames(Action action) {
        scenario.clauses.put(ClauseKind.EXPORT, new ExportClause(List.of()));
        assertEquals(FoundCode.NO_EXPORT_RULE, scenario.found(Condition.ROLE_ALLOWS_ACTION, scenario.act(action)));
        scenario.clauses.remove(ClauseKind.EXPORT);
        assertEquals(FoundCode.CLAUSE_MISSING, scenario.found(Condition.ROLE_ALLOWS_ACTION, scenario.act(action)));
        assertEquals(
                Optional.of(ClauseKind.EXPORT),
                scenario.reason(Condition.ROLE_ALLOWS_ACTION, scenario.act(action))
                        .clause());
        assertTrue(scenario.decideAct(Action.REPORT_READ).permit());
    }

    private void needTrainings(String... codes) {
        List<RequiredTraining> trainings = new ArrayList<>();
        for (String code : codes) {
            trainings.add(new RequiredTraining(code, Scenario.words(code), 365, Set.of(Role.ANALYST)));
        }
        scenario.clauses.put(
                ClauseKind.PEOPLE,
                new PeopleClause(20, List.of(new RoleActions(Role.ANALYST, EnumSet.allOf(Action.class))), trainings));
    }

    private static List<Wording> wordings(Reason reason) {
        return reason.found().stream().map(Phrase::wording).toList();
    }
}
