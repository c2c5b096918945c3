package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.environment.AttestationState;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.shared.Refusal;

/** For what, on which system and from where. */
class PlaceConditionsTest {

    private final Scenario scenario = new Scenario();

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
                scenario.found(Condition.PHASE_ALLOWS_PURPOSE, asking("lab", "gateway", Purpose.REMEDIATION_PLANNING)));
    }

    @Test
    void systemMustBeListedAndNotExcluded() {
        assertEquals(
                FoundCode.SYSTEM_EXCLUDED,
                scenario.found(Condition.SYSTEM_IN_SCOPE, asking("lab", "core", Purpose.VULNERABILITY_DETECTION)));
        assertEquals(
                FoundCode.SYSTEM_OUT_OF_SCOPE,
                scenario.found(Condition.SYSTEM_IN_SCOPE, asking("lab", "elsewhere", Purpose.VULNERABILITY_DETECTION)));
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
        assertEquals(found, scenario.found(Condition.ENVIRONMENT_APPROVED, request));
        assertEquals(
                found == FoundCode.ENVIRONMENT_APPROVED,
                AccessPolicy.decide(request, scenario.facts()).permit());
    }

    @Test
    void questionIsAnsweredByAnyEnvironmentThatIsApproved() {
        scenario.attestations = Optional.of(List.of(
                Scenario.attestation("lab", Scenario.TODAY.minusDays(1)),
                Scenario.attestation("enclave", Scenario.TODAY)));
        Reason reason = scenario.reason(Condition.ENVIRONMENT_APPROVED);
        assertTrue(reason.satisfied());
        assertEquals(
                Scenario.words("enclave"), reason.found().get(0).parameters().get("environment"));
        assertEquals(
                FoundCode.ATTESTATION_OVER,
                scenario.found(
                        Condition.ENVIRONMENT_APPROVED, asking("lab", "gateway", Purpose.VULNERABILITY_DETECTION)));
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
        assertEquals(found, scenario.found(Condition.ENVIRONMENT_APPROVED, scenario.act(Action.MODEL_USE)));
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
                scenario.found(Condition.ENVIRONMENT_APPROVED, scenario.act(Action.MODEL_USE)));
    }

    @Test
    void requestRefusesOverlongText() {
        assertThrows(Refusal.class, () -> asking("x".repeat(65), "gateway", Purpose.VULNERABILITY_DETECTION));
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
}
