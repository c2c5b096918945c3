package org.sekisho.domain.agreement.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.agreement.access.Refusals.refused;
import static org.sekisho.domain.agreement.access.TestActors.BANK;
import static org.sekisho.domain.agreement.access.TestActors.VENDOR;
import static org.sekisho.domain.agreement.access.TestActors.coordinator;
import static org.sekisho.domain.agreement.access.TestActors.ofAuthority;
import static org.sekisho.domain.agreement.access.TestActors.ofBank;
import static org.sekisho.domain.agreement.access.TestActors.ofRival;
import static org.sekisho.domain.agreement.access.TestActors.tiedTo;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.EnvironmentsClause;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Days;

class EnvironmentAttestationTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final LocalDate UNTIL = TODAY.plusDays(179);
    private static final Instant NOW = Days.startOf(TODAY);
    private static final EnvironmentsClause CLAUSE =
            new EnvironmentsClause(List.of(new EnvironmentsClause.ApprovedEnvironment(
                    "lab",
                    new Words("Isolated lab", "隔離ラボ"),
                    List.of(new NetworkRange("10.0.0.0/8")),
                    OrganisationKind.IT_VENDOR,
                    180,
                    true)));

    private final Actor proposer = ofBank(Role.SECURITY_REVIEWER);

    @Test
    void approvedByTheCoordinatorOrAnAuthority() {
        for (Actor approver : List.of(coordinator(), ofAuthority(Role.AUTHORITY_REVIEWER))) {
            EnvironmentAttestation attestation = proposed();
            attestation.approve(approver, NOW);
            assertEquals(approver.person(), attestation.decidedBy());
            assertTrue(attestation.isCurrent(NOW));
            assertTrue(attestation.isCurrent(Days.endOf(UNTIL).minusNanos(1)));
            assertFalse(attestation.isCurrent(Days.endOf(UNTIL)));
        }
        assertFalse(proposed().isCurrent(NOW), "only proposed");
    }

    @Test
    void nobodyElseApproves() {
        EnvironmentAttestation attestation = proposed();
        refused(EnvironmentError.NOT_AN_APPROVER, () -> attestation.approve(ofBank(Role.CISO), NOW));
        refused(EnvironmentError.NOT_AN_APPROVER, () -> attestation.approve(ofAuthority(Role.DUTY_OFFICER), NOW));
    }

    @Test
    void whoeverProposedOrAttestedDoesNotApprove() {
        EnvironmentAttestation byBank = proposed();
        refused(EnvironmentError.OWN_PROPOSAL, () -> byBank.approve(tiedTo(coordinator(), BANK), NOW));
        refused(EnvironmentError.OWN_PROPOSAL, () -> byBank.approve(tiedTo(coordinator(), VENDOR), NOW));
        Actor coordinator = coordinator();
        EnvironmentAttestation byCoordinator = propose(coordinator, attestation());
        refused(EnvironmentError.OWN_PROPOSAL, () -> byCoordinator.approve(coordinator, NOW));
        byCoordinator.approve(ofAuthority(Role.AUTHORITY_REVIEWER), NOW);
    }

    @Test
    void onlyAPartyOrTheCoordinatorProposes() {
        refused(EnvironmentError.NOT_A_PARTY, () -> propose(ofRival(Role.CISO), attestation()));
    }

    @Test
    void clauseBoundsTheAttestation() {
        refused(
                EnvironmentError.NOT_IN_CLAUSE,
                () -> new EnvironmentAttestation(
                        proposer, new UUID(1, 1), Set.of(BANK), CLAUSE, "cellar", attestation(), NOW));
        refused(
                EnvironmentError.VALID_TOO_LONG,
                () -> propose(proposer, attestation(OrganisationKind.IT_VENDOR, TODAY, UNTIL.plusDays(1))));
        refused(
                EnvironmentError.ATTESTED_BY_OTHER_KIND,
                () -> propose(proposer, attestation(OrganisationKind.INSTITUTION, TODAY, UNTIL)));
        refused(
                EnvironmentError.DAYS_REVERSED,
                () -> propose(proposer, attestation(OrganisationKind.IT_VENDOR, TODAY, TODAY.minusDays(1))));
        LocalDate yesterday = TODAY.minusDays(1);
        refused(
                EnvironmentError.OVER,
                () -> propose(proposer, attestation(OrganisationKind.IT_VENDOR, yesterday, yesterday)));
    }

    @Test
    void hashIsSha256() {
        Attestation wrong =
                new Attestation(VENDOR, OrganisationKind.IT_VENDOR, "A-1", Optional.of("abc"), TODAY, UNTIL);
        refused(EnvironmentError.HASH_MALFORMED, () -> propose(proposer, wrong));
        Attestation upper =
                new Attestation(VENDOR, OrganisationKind.IT_VENDOR, "A-1", Optional.of("AB".repeat(32)), TODAY, UNTIL);
        assertEquals(Optional.of("ab".repeat(32)), propose(proposer, upper).documentHash());
    }

    @Test
    void withdrawnAtOnceByOnePersonConcerned() {
        EnvironmentAttestation attestation = proposed();
        attestation.approve(coordinator(), NOW);
        refused(EnvironmentError.NOT_AN_APPROVER, () -> attestation.withdraw(ofRival(Role.CISO), "doubt", NOW));
        attestation.withdraw(proposer, "in doubt", NOW);
        assertFalse(attestation.isCurrent(NOW));
        assertEquals("in doubt", attestation.reason());
    }

    @Test
    void everyPairOfStatesFollowsTheTable() {
        Map<AttestationState, Set<AttestationState>> table = Map.of(
                AttestationState.PROPOSED,
                EnumSet.of(AttestationState.APPROVED, AttestationState.DECLINED, AttestationState.WITHDRAWN),
                AttestationState.APPROVED,
                EnumSet.of(AttestationState.WITHDRAWN));
        for (AttestationState from : AttestationState.values()) {
            for (AttestationState to : AttestationState.values()) {
                boolean allowed = table.getOrDefault(from, Set.of()).contains(to);
                assertEquals(allowed, from.canBecome(to), from + " → " + to);
                if (to == AttestationState.PROPOSED) {
                    continue;
                }
                EnvironmentAttestation attestation = proposed();
                become(attestation, from);
                if (allowed) {
                    become(attestation, to);
                    assertEquals(to, attestation.state());
                } else {
                    refused(EnvironmentError.WRONG_STATE, () -> become(attestation, to));
                }
            }
        }
    }

    private void become(EnvironmentAttestation attestation, AttestationState state) {
        switch (state) {
            case PROPOSED -> {}
            case APPROVED -> attestation.approve(coordinator(), NOW);
            case DECLINED -> attestation.decline(coordinator(), "no", NOW);
            case WITHDRAWN -> attestation.withdraw(coordinator(), "no", NOW);
        }
    }

    private EnvironmentAttestation proposed() {
        return propose(proposer, attestation());
    }

    private static EnvironmentAttestation propose(Actor actor, Attestation attestation) {
        return new EnvironmentAttestation(actor, new UUID(1, 1), Set.of(BANK), CLAUSE, "lab", attestation, NOW);
    }

    private static Attestation attestation() {
        return attestation(OrganisationKind.IT_VENDOR, TODAY, UNTIL);
    }

    private static Attestation attestation(OrganisationKind kind, LocalDate first, LocalDate until) {
        return new Attestation(VENDOR, kind, "Attestation 12/2026", Optional.empty(), first, until);
    }
}
