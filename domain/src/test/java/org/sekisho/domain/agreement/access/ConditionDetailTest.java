package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.agreement.freeze.FreezeScope;
import org.sekisho.domain.agreement.grant.GrantState;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Refusal;

class ConditionDetailTest {

    private final Scenario scenario = new Scenario();

    @ParameterizedTest
    @EnumSource(value = AgreementState.class, mode = EnumSource.Mode.EXCLUDE, names = "IN_FORCE")
    void onlyAnAgreementInForcePermitsUse(AgreementState state) {
        scenario.state = state;
        assertEquals(FoundCode.AGREEMENT_NOT_IN_FORCE, found(Condition.IN_FORCE_WITHIN_TERM));
    }

    @Test
    void missingSignaturePermitsNothing() {
        scenario.signatures = Optional.of(new Signatures(3, "00", 2, 3));
        assertEquals(FoundCode.SIGNATURES_MISSING, found(Condition.IN_FORCE_WITHIN_TERM));
        scenario.signatures = Optional.of(new Signatures(3, "00", 0, 0));
        assertEquals(FoundCode.SIGNATURES_MISSING, found(Condition.IN_FORCE_WITHIN_TERM));
    }

    @Test
    void deactivatedPersonIsDeniedEverything() {
        scenario.person =
                Optional.of(new PersonFacts(Scenario.ANALYST, false, Map.of(Scenario.BANK, Set.of(Role.ANALYST))));
        for (Action action : Action.values()) {
            assertEquals(FoundCode.PERSON_INACTIVE, found(Condition.ROLE_ALLOWS_ACTION, scenario.question(action)));
        }
    }

    @Test
    void roleAtAnOrganisationThatIsNoPartyCountsForNothing() {
        scenario.person =
                Optional.of(new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.RIVAL, Set.of(Role.ANALYST))));
        assertEquals(FoundCode.ORGANISATION_NOT_PARTY, found(Condition.ROLE_ALLOWS_ACTION));
    }

    @Test
    void grantForARoleThatDoesNotAllowTheActionIsNotEnough() {
        scenario.person = Optional.of(
                new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.BANK, Set.of(Role.ANALYST, Role.CISO))));
        scenario.grants = Optional.of(List.of(Scenario.grant(Role.CISO, Scenario.GRANT_LAST, GrantState.ACTIVE)));
        assertTrue(reason(Condition.ROLE_ALLOWS_ACTION).satisfied());
        assertEquals(FoundCode.GRANT_FOR_OTHER_ROLE, found(Condition.GRANT_CURRENT));
        assertTrue(scenario.decideQuestion(Action.INCIDENT_RUN).permit());
    }

    @Test
    void grantOfAnOrganisationThatThePersonLeftIsNotEnough() {
        scenario.person = Optional.of(
                new PersonFacts(Scenario.ANALYST, true, Map.of(Scenario.SECRETARIAT, Set.of(Role.ANALYST))));
        assertTrue(reason(Condition.ROLE_ALLOWS_ACTION).satisfied());
        assertEquals(FoundCode.GRANT_OF_OTHER_ORGANISATION, found(Condition.GRANT_CURRENT));
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
        assertEquals(found, found(Condition.GRANT_CURRENT));
        assertEquals(remedy, reason(Condition.GRANT_CURRENT).remedies().get(0).wording());
    }

    @Test
    void personWithoutAnyGrantIsDenied() {
        scenario.grants = Optional.of(List.of());
        assertEquals(FoundCode.GRANT_NONE, found(Condition.GRANT_CURRENT));
    }

    @Test
    void everyTrainingOfTheRoleIsNeeded() {
        needTrainings("handling", "redaction");
        Reason reason = reason(Condition.TRAINING_CURRENT);
        assertFalse(reason.satisfied());
        assertEquals(List.of(FoundCode.TRAINING_NONE), wordings(reason));
        List<TrainingFact> both = new ArrayList<>(scenario.trainings.orElseThrow());
        both.add(Scenario.training("redaction", Scenario.TODAY));
        scenario.trainings = Optional.of(both);
        assertTrue(reason(Condition.TRAINING_CURRENT).satisfied());
    }

    @Test
    void roleForWhichTheClauseAsksNoTrainingNeedsNone() {
        needTrainings();
        scenario.trainings = Optional.of(List.of());
        assertEquals(FoundCode.TRAINING_NOT_REQUIRED, found(Condition.TRAINING_CURRENT));
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
    }

    @Test
    void trainingCompletedInTheFutureCountsForNothing() {
        scenario.trainings = Optional.of(List.of(new TrainingFact(
                Scenario.ANALYST, "handling", Scenario.TODAY.plusDays(1), Scenario.TODAY.plusDays(300))));
        assertEquals(FoundCode.TRAINING_NONE, found(Condition.TRAINING_CURRENT));
    }

    @Test
    void forbiddenOrUnregulatedLiveFireIsRunByNobody() {
        scenario.clauses.put(ClauseKind.LIVE_FIRE, LiveFireClause.forbidden());
        Reason forbidden = reason(Condition.ROLE_ALLOWS_ACTION, scenario.act(Action.LIVE_FIRE_RUN));
        assertEquals(List.of(FoundCode.LIVE_FIRE_FORBIDDEN), wordings(forbidden));
        assertEquals(Optional.of(ClauseKind.LIVE_FIRE), forbidden.clause());
        scenario.clauses.remove(ClauseKind.LIVE_FIRE);
        assertEquals(FoundCode.CLAUSE_MISSING, found(Condition.ROLE_ALLOWS_ACTION, scenario.act(Action.LIVE_FIRE_RUN)));
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
    }

    @ParameterizedTest
    @EnumSource(names = {"REPORT_RELEASE", "REPORT_EXPORT"})
    void nothingLeavesThatNoRuleOfTheExportClauseNames(Action action) {
        scenario.clauses.put(ClauseKind.EXPORT, new ExportClause(List.of()));
        assertEquals(FoundCode.NO_EXPORT_RULE, found(Condition.ROLE_ALLOWS_ACTION, scenario.act(action)));
        scenario.clauses.remove(ClauseKind.EXPORT);
        assertEquals(FoundCode.CLAUSE_MISSING, found(Condition.ROLE_ALLOWS_ACTION, scenario.act(action)));
        assertEquals(
                Optional.of(ClauseKind.EXPORT),
                reason(Condition.ROLE_ALLOWS_ACTION, scenario.act(action)).clause());
        assertTrue(scenario.decideAct(Action.REPORT_READ).permit());
    }

    @Test
    void actMustSayForWhatOnWhatAndFromWhere() {
        AccessRequest bare = new AccessRequest(
                Scenario.ANALYST,
                Scenario.AGREEMENT,
                Action.MODEL_USE,
                AccessRequest.Occasion.ACT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        assertEquals(
                List.of(Condition.PHASE_ALLOWS_PURPOSE, Condition.SYSTEM_IN_SCOPE, Condition.ENVIRONMENT_APPROVED),
                AccessPolicy.decide(bare, scenario.facts()).failed().stream()
                        .map(Reason::condition)
                        .toList());
    }

    @Test
    void purposeOfAnotherPhaseIsNotAllowed() {
        assertEquals(
                FoundCode.PURPOSE_NOT_ALLOWED,
                found(Condition.PHASE_ALLOWS_PURPOSE, asking("lab", "gateway", Purpose.REMEDIATION_PLANNING)));
    }

    @Test
    void systemMustBeListedAndNotExcluded() {
        assertEquals(
                FoundCode.SYSTEM_EXCLUDED,
                found(Condition.SYSTEM_IN_SCOPE, asking("lab", "core", Purpose.VULNERABILITY_DETECTION)));
        assertEquals(
                FoundCode.SYSTEM_OUT_OF_SCOPE,
                found(Condition.SYSTEM_IN_SCOPE, asking("lab", "elsewhere", Purpose.VULNERABILITY_DETECTION)));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "10.20.255.255, -, ENVIRONMENT_APPROVED",
                "10.20.0.0, lab, ENVIRONMENT_APPROVED",
                "2001:db8:20:ffff::1, -, ENVIRONMENT_APPROVED",
                "::ffff:10.20.0.9, lab, ENVIRONMENT_APPROVED",
                "10.21.0.0, -, ADDRESS_OUTSIDE",
                "2001:db8:21::1, -, ADDRESS_OUTSIDE",
                "10.20.0.1, enclave, ADDRESS_OUTSIDE_ENVIRONMENT",
                "nonsense, -, ADDRESS_OUTSIDE",
                "10.20.0.1, cellar, ENVIRONMENT_NOT_IN_CLAUSE",
                "-, lab, ADDRESS_NOT_KNOWN",
                "-, -, ADDRESS_NOT_KNOWN"
            })
    void environmentOfAnActFollowsFromTheAddress(
            @Nullable String address, @Nullable String environment, FoundCode found) {
        AccessRequest request = new AccessRequest(
                Scenario.ANALYST,
                Scenario.AGREEMENT,
                Action.MODEL_USE,
                AccessRequest.Occasion.ACT,
                Optional.ofNullable(environment),
                Optional.of("gateway"),
                Optional.of(Purpose.VULNERABILITY_DETECTION),
                Optional.empty(),
                Optional.ofNullable(address));
        assertEquals(found, found(Condition.ENVIRONMENT_APPROVED, request));
        assertEquals(
                found == FoundCode.ENVIRONMENT_APPROVED,
                AccessPolicy.decide(request, scenario.facts()).permit());
    }

    @Test
    void questionIsAnsweredByAnyEnvironmentThatIsApproved() {
        scenario.attestations = Optional.of(List.of(
                Scenario.attestation("lab", Scenario.TODAY.minusDays(1)),
                Scenario.attestation("enclave", Scenario.TODAY)));
        Reason reason = reason(Condition.ENVIRONMENT_APPROVED);
        assertTrue(reason.satisfied());
        assertEquals(
                Scenario.words("enclave"), reason.found().get(0).parameters().get("environment"));
        assertEquals(
                FoundCode.ATTESTATION_OVER,
                found(Condition.ENVIRONMENT_APPROVED, asking("lab", "gateway", Purpose.VULNERABILITY_DETECTION)));
    }

    @ParameterizedTest
    @CsvSource({
        "PROPOSED, ATTESTATION_NOT_APPROVED",
        "DECLINED, ATTESTATION_DECLINED",
        "WITHDRAWN, ATTESTATION_WITHDRAWN"
    })
    void attestationThatIsNotApprovedCountsForNothing(AttestationState state, FoundCode found) {
        scenario.attestations = Optional.of(List.of(new AttestationFact(
                Scenario.AGREEMENT,
                "lab",
                OrganisationKind.INSTITUTION,
                Scenario.TODAY,
                Scenario.ATTESTED_UNTIL,
                state)));
        assertEquals(found, found(Condition.ENVIRONMENT_APPROVED, scenario.act(Action.MODEL_USE)));
    }

    @Test
    void attestationByAnotherKindOfOrganisationCountsForNothing() {
        scenario.attestations = Optional.of(List.of(new AttestationFact(
                Scenario.AGREEMENT,
                "lab",
                OrganisationKind.IT_VENDOR,
                Scenario.TODAY,
                Scenario.ATTESTED_UNTIL,
                AttestationState.APPROVED)));
        assertEquals(
                FoundCode.ATTESTED_BY_OTHER_KIND,
                found(Condition.ENVIRONMENT_APPROVED, scenario.act(Action.MODEL_USE)));
    }

    @Test
    void lastCallWithinTheLimitIsPermittedAndTheNextIsNot() {
        scenario.requests = 1_999;
        scenario.tokens = 7_999_999;
        assertTrue(scenario.decideAct(Action.MODEL_USE).permit());
        scenario.requests = 2_000;
        assertEquals(FoundCode.USAGE_USED_UP, found(Condition.WITHIN_USAGE_LIMITS));
        scenario.requests = 0;
        scenario.tokens = 8_000_000;
        assertEquals(FoundCode.USAGE_USED_UP, found(Condition.WITHIN_USAGE_LIMITS));
        scenario.tokens = -1;
        assertEquals(FoundCode.UNKNOWN, found(Condition.WITHIN_USAGE_LIMITS));
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
        assertEquals(FoundCode.PLAYBOOK_NOT_APPROVED, found(Condition.PLAYBOOKS_EXERCISED));
        scenario.playbooks = Optional.of(new PlaybookFacts(
                List.of(new PlaybookFacts.ApprovedPlaybook("settlement", Scenario.REVIEWED, Optional.empty()))));
        assertEquals(FoundCode.PLAYBOOK_NEVER_EXERCISED, found(Condition.PLAYBOOKS_EXERCISED));
        scenario.playbooks = Optional.of(new PlaybookFacts(List.of(new PlaybookFacts.ApprovedPlaybook(
                "settlement", Scenario.REVIEWED, Optional.of(Scenario.TODAY.plusDays(1))))));
        assertEquals(FoundCode.PLAYBOOK_NEVER_EXERCISED, found(Condition.PLAYBOOKS_EXERCISED));
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeThatNamesThePersonTheOrganisationOrTheAgreementStopsEveryAction(Action action) {
        for (FreezeScope scope : List.of(
                FreezeScope.person(Scenario.ANALYST),
                FreezeScope.organisation(Scenario.BANK),
                FreezeScope.agreement(Scenario.AGREEMENT))) {
            scenario.freezes(scope);
            assertEquals(FoundCode.FROZEN, found(Condition.NOT_FROZEN, scenario.act(action)));
        }
    }

    @ParameterizedTest
    @EnumSource(Action.class)
    void freezeOfEverythingOrOfTheProviderStopsUseAndWhatLeaves(Action action) {
        boolean stops = EnumSet.of(Action.MODEL_USE, Action.LIVE_FIRE_RUN, Action.REPORT_RELEASE, Action.REPORT_EXPORT)
                .contains(action);
        for (FreezeScope scope : List.of(FreezeScope.all(), FreezeScope.organisation(Scenario.PROVIDER))) {
            scenario.freezes(scope);
            assertEquals(!stops, scenario.decideAct(action).permit());
        }
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
        assertEquals(FoundCode.FROZEN_LIFT_PROPOSED, found(Condition.NOT_FROZEN));
        assertEquals(
                RemedyCode.SECOND_LIFT,
                reason(Condition.NOT_FROZEN).remedies().get(0).wording());
    }

    @Test
    void requestRefusesOverlongText() {
        assertThrows(Refusal.class, () -> asking("x".repeat(65), "gateway", Purpose.VULNERABILITY_DETECTION));
    }

    @Test
    void phraseTakesExactlyTheParametersOfItsWording() {
        assertThrows(IllegalArgumentException.class, () -> Phrase.of(FoundCode.TERM_OVER));
        assertThrows(IllegalArgumentException.class, () -> Phrase.of(FoundCode.TERM_OVER, "day", new Object()));
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

    private static AccessRequest asking(String environment, String system, Purpose purpose) {
        return AccessRequest.question(
                Scenario.ANALYST,
                Scenario.AGREEMENT,
                Action.MODEL_USE,
                Optional.of(environment),
                Optional.of(system),
                Optional.of(purpose),
                Optional.empty());
    }

    private Wording found(Condition condition) {
        return found(condition, scenario.question(Action.MODEL_USE));
    }

    private Wording found(Condition condition, AccessRequest request) {
        return reason(condition, request).found().get(0).wording();
    }

    private Reason reason(Condition condition) {
        return reason(condition, scenario.question(Action.MODEL_USE));
    }

    private Reason reason(Condition condition, AccessRequest request) {
        return AccessPolicy.decide(request, scenario.facts()).reasons().stream()
                .filter(reason -> reason.condition() == condition)
                .findFirst()
                .orElseThrow();
    }

    private static List<Wording> wordings(Reason reason) {
        return reason.found().stream().map(Phrase::wording).toList();
    }
}
