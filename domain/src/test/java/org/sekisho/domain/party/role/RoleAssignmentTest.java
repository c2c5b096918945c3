package org.sekisho.domain.party.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actor;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.SharedError;

class RoleAssignmentTest {

    private static final RoleHistory NEWCOMER = RoleHistory.ofNewcomer(OrganisationKind.INSTITUTION, true);

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    private final Actor ciso = actorOf(aoba, Role.CISO);
    private final Actor installation = actorOf(secretariat, Role.ADMINISTRATOR);
    private final Actor coordinator = actorOf(secretariat, Role.COORDINATOR);
    private final Person person = active("security@aoba.example", aoba);

    @Test
    void aRoleAtHomeTakesEffectWhenASecondPersonAgrees() {
        RoleAssignment role = requested(own);
        assertEquals(AssignmentState.REQUESTED, role.state());
        role.approve(person, aoba, NEWCOMER, ciso, NOW);
        assertTrue(role.isInEffect());
        assertEquals(own.person(), role.requestedBy());
        assertEquals(ciso.person(), role.approvedBy());
        assertEquals(Optional.of(NOW), role.effectiveAt());
    }

    @Test
    void whatTheSecretariatGivesWaitsForTheOrganisationsAdministrator() {
        RoleAssignment role = requested(installation);
        role.approve(person, aoba, NEWCOMER, coordinator, NOW);
        assertEquals(AssignmentState.APPROVED, role.state());
        assertRefused(PartyError.ROLE_CONFIRMED_THERE, () -> role.confirm(person, aoba, NEWCOMER, installation, NOW));
        assertRefused(PartyError.ROLE_CONFIRMED_THERE, () -> role.confirm(person, aoba, NEWCOMER, ciso, NOW));
        Actor rival = actorOf(hinode, Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(PartyError.ROLE_CONFIRMED_THERE, () -> role.confirm(person, aoba, NEWCOMER, rival, NOW));
        role.confirm(person, aoba, NEWCOMER, own, NOW);
        assertTrue(role.isInEffect());
        assertEquals(own.person(), role.confirmedBy());
    }

    @Test
    void aCisosAgreementIsNotTheAdministrators() {
        RoleAssignment role = requested(installation);
        role.approve(person, aoba, NEWCOMER, ciso, NOW);
        assertEquals(AssignmentState.APPROVED, role.state());
    }

    @Test
    void whatTheOrganisationsAdministratorApprovedNeedsNoConfirmation() {
        RoleAssignment role = requested(installation);
        role.approve(person, aoba, NEWCOMER, own, NOW);
        assertTrue(role.isInEffect());
    }

    @Test
    void aRoleAtTheHostWaitsForTheHostsAdministratorInAnyCase() {
        person.second(hinode, Days.of(NOW), null);
        Actor host = actorOf(hinode, Role.ORGANISATION_ADMINISTRATOR);
        RoleAssignment role =
                RoleAssignment.request(person, Role.SECURITY_REVIEWER, hinode, "trial team", NEWCOMER, host, NOW);
        role.approve(person, hinode, NEWCOMER, actorOf(hinode, Role.CISO), NOW);
        assertEquals(AssignmentState.APPROVED, role.state());
        assertRefused(PartyError.ROLE_CONFIRMED_THERE, () -> role.confirm(person, hinode, NEWCOMER, own, NOW));
        role.confirm(person, hinode, NEWCOMER, host, NOW);
        assertTrue(role.isInEffect());
    }

    @Test
    void theFirstAdministratorOfAnOrganisationIsConfirmedByNobody() {
        RoleHistory without = RoleHistory.ofNewcomer(OrganisationKind.INSTITUTION, false);
        RoleAssignment first = RoleAssignment.request(
                person, Role.ORGANISATION_ADMINISTRATOR, aoba, "first", without, installation, NOW);
        first.approve(person, aoba, without, coordinator, NOW);
        assertTrue(first.isInEffect());

        RoleAssignment second = RoleAssignment.request(
                person, Role.ORGANISATION_ADMINISTRATOR, aoba, "second", NEWCOMER, installation, NOW);
        second.approve(person, aoba, NEWCOMER, coordinator, NOW);
        assertEquals(AssignmentState.APPROVED, second.state());
    }

    @Test
    void withoutAnAdministratorThereNoOtherRoleTakesEffect() {
        RoleHistory without = RoleHistory.ofNewcomer(OrganisationKind.INSTITUTION, false);
        RoleAssignment role =
                RoleAssignment.request(person, Role.SECURITY_REVIEWER, aoba, "team", without, installation, NOW);
        role.approve(person, aoba, without, coordinator, NOW);
        assertEquals(AssignmentState.APPROVED, role.state());
    }

    @Test
    void nobodyGivesARoleToThemselves() {
        Actor self = actor(person.id(), aoba, Role.ORGANISATION_ADMINISTRATOR, Role.CISO);
        assertRefused(PartyError.OWN_ROLE, () -> requested(self));
        RoleAssignment role = requested(installation);
        assertRefused(PartyError.OWN_ROLE, () -> role.approve(person, aoba, NEWCOMER, self, NOW));
        assertRefused(PartyError.OWN_ROLE, () -> role.decline(self, "reason", NOW));
        role.approve(person, aoba, NEWCOMER, coordinator, NOW);
        assertRefused(PartyError.OWN_ROLE, () -> role.confirm(person, aoba, NEWCOMER, self, NOW));
    }

    @Test
    void whoAskedDoesNotApprove() {
        RoleAssignment role = requested(own);
        assertRefused(PartyError.SAME_PERSON, () -> role.approve(person, aoba, NEWCOMER, own, NOW));
    }

    @Test
    void onlyAdministratorsAsk() {
        assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> requested(ciso));
        assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> requested(coordinator));
        assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> requested(actorOf(hinode, Role.ORGANISATION_ADMINISTRATOR)));
    }

    @Test
    void onlyTheOrganisationOrTheSecretariatApproves() {
        RoleAssignment role = requested(own);
        for (Role other : List.of(Role.CISO, Role.SIGNATORY, Role.ORGANISATION_ADMINISTRATOR)) {
            Actor rival = actorOf(hinode, other);
            assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> role.approve(person, aoba, NEWCOMER, rival, NOW));
        }
        Actor analyst = actorOf(aoba, Role.ANALYST, Role.SECURITY_REVIEWER);
        assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> role.approve(person, aoba, NEWCOMER, analyst, NOW));
        for (Actor approver : List.of(ciso, coordinator, installation, actorOf(aoba, Role.SIGNATORY))) {
            RoleAssignment next = requested(own);
            next.approve(person, aoba, NEWCOMER, approver, NOW);
            assertTrue(next.isInEffect());
        }
    }

    @Test
    void aRoleNeedsItsKindOfOrganisation() {
        assertRefused(
                PartyError.ROLE_NOT_AT_KIND,
                () -> RoleAssignment.request(person, Role.AUDITOR, aoba, "reason", NEWCOMER, own, NOW));
    }

    @Test
    void aRoleNeedsAReasonAndAPersonOfTheOrganisation() {
        assertRefused(
                SharedError.REQUIRED,
                () -> RoleAssignment.request(person, Role.ANALYST, aoba, " ", NEWCOMER, own, NOW));
        Actor host = actorOf(hinode, Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(
                PartyError.NOT_OF_ORGANISATION,
                () -> RoleAssignment.request(person, Role.ANALYST, hinode, "reason", NEWCOMER, host, NOW));
    }

    @Test
    void eligibilityIsLookedAtAgainAtEveryStep() {
        RoleAssignment role = requested(installation);
        RoleHistory conflicting = NEWCOMER.with(new HeldRole(Role.AUDITOR, hinode.id(), true));
        assertRefused(PartyError.ROLE_CONFLICT, () -> role.approve(person, aoba, conflicting, coordinator, NOW));
        role.approve(person, aoba, NEWCOMER, coordinator, NOW);
        assertRefused(PartyError.ROLE_CONFLICT, () -> role.confirm(person, aoba, conflicting, own, NOW));
        person.deactivate(own, "left", NOW);
        assertRefused(PartyError.PERSON_DEACTIVATED, () -> role.confirm(person, aoba, NEWCOMER, own, NOW));
        assertEquals(AssignmentState.APPROVED, role.state());
    }

    @Test
    void aRoleIsHeldOnce() {
        RoleHistory holding = NEWCOMER.with(new HeldRole(Role.SECURITY_REVIEWER, aoba.id(), false));
        assertRefused(
                PartyError.ROLE_HELD,
                () -> RoleAssignment.request(person, Role.SECURITY_REVIEWER, aoba, "again", holding, own, NOW));
    }

    @Test
    void atAClosedOrganisationNobodyGetsARole() {
        aoba.close(installation, "merged");
        assertRefused(PartyError.ORGANISATION_CLOSED, () -> requested(own));
    }

    @Test
    void theWrongPersonOrOrganisationIsAFault() {
        RoleAssignment role = requested(own);
        Person other = active("other@aoba.example", aoba);
        assertThrows(IllegalArgumentException.class, () -> role.approve(other, aoba, NEWCOMER, ciso, NOW));
        assertThrows(IllegalArgumentException.class, () -> role.approve(person, hinode, NEWCOMER, ciso, NOW));
    }

    @Test
    void everyPairOfStatesIsDecidedByTheTable() {
        for (AssignmentState from : AssignmentState.values()) {
            for (AssignmentState to : AssignmentState.values()) {
                RoleAssignment role = inState(from);
                if (to == AssignmentState.REQUESTED) {
                    assertTrue(!from.canBecome(to), "nothing goes back to a request");
                } else if (from.canBecome(to)) {
                    bring(role, to);
                    assertEquals(to, role.state());
                } else {
                    assertRefused(PartyError.ROLE_STATE, () -> bring(role, to));
                    assertEquals(from, role.state());
                }
            }
        }
    }

    @Test
    void aRequestIsTakenBackByWhoAsked() {
        RoleAssignment role = requested(installation);
        assertRefused(PartyError.ROLE_WITHDRAWN_BY_REQUESTER, () -> role.withdraw(own, "reason", NOW));
        role.withdraw(installation, "asked for the wrong one", NOW);
        assertEquals(AssignmentState.WITHDRAWN, role.state());
        assertEquals("asked for the wrong one", role.closedReason());
    }

    @Test
    void everyEndHasAReason() {
        assertRefused(SharedError.REQUIRED, () -> requested(own).decline(ciso, " ", NOW));
        assertRefused(SharedError.REQUIRED, () -> requested(own).withdraw(own, null, NOW));
        assertRefused(
                SharedError.REQUIRED, () -> inState(AssignmentState.IN_EFFECT).end(own, "", NOW));
    }

    @Test
    void aRoleIsEndedByItsOrganisationByTheInstallationOrByItsHolder() {
        Actor self = actor(person.id(), aoba, Role.SECURITY_REVIEWER);
        for (Actor by : List.of(own, ciso, installation, self)) {
            RoleAssignment role = inState(AssignmentState.IN_EFFECT);
            role.end(by, "no longer needed", NOW);
            assertEquals(AssignmentState.ENDED, role.state());
            assertEquals(Optional.of(by.name()), role.closedBy());
        }
        for (Actor by : List.of(actorOf(hinode, Role.CISO), coordinator, actorOf(aoba, Role.ANALYST))) {
            RoleAssignment role = inState(AssignmentState.IN_EFFECT);
            assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> role.end(by, "reason", NOW));
        }
    }

    @Test
    void administratorsDoNotEndTheirOwnRole() {
        Person administrator = active("admin@sekisho.example", secretariat);
        RoleAssignment role = founding(administrator, Role.ADMINISTRATOR);
        Actor self = actor(administrator.id(), secretariat, Role.ADMINISTRATOR);
        assertRefused(PartyError.OWN_ROLE, () -> role.end(self, "reason", NOW));
        Actor colleague = actorOf(secretariat, Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(PartyError.ROLE_OUT_OF_REACH, () -> role.end(colleague, "reason", NOW));
        role.end(installation, "reason", NOW);
        assertEquals(AssignmentState.ENDED, role.state());
    }

    @Test
    void theFirstAdministratorAndTheFirstCoordinatorAreApprovedByNobody() {
        Person administrator = active("admin@sekisho.example", secretariat);
        Person first = active("coordinator@sekisho.example", secretariat);
        RoleAssignment role = founding(administrator, Role.ADMINISTRATOR);
        assertTrue(role.isInEffect() && role.isFounding());
        assertEquals("role.founded", role.requested().name());
        Actor founder = actor(administrator.id(), secretariat, Role.ADMINISTRATOR);
        RoleHistory history = RoleHistory.ofNewcomer(OrganisationKind.SECRETARIAT, true);
        RoleAssignment coordination =
                RoleAssignment.found(first, Role.COORDINATOR, secretariat, false, history, founder, NOW);
        assertTrue(coordination.isInEffect());
        assertEquals(founder.person(), coordination.requestedBy());
    }

    @Test
    void nothingElseIsFounded() {
        Person somebody = active("somebody@sekisho.example", secretariat);
        RoleHistory history = RoleHistory.ofNewcomer(OrganisationKind.SECRETARIAT, true);
        Actor installer = installer();
        assertRefused(
                PartyError.FOUNDED,
                () -> RoleAssignment.found(somebody, Role.SIGNATORY, secretariat, false, history, installer, NOW));
        assertRefused(
                PartyError.FOUNDED,
                () -> RoleAssignment.found(somebody, Role.ADMINISTRATOR, secretariat, true, history, installer, NOW));
        assertRefused(
                PartyError.FOUNDED,
                () -> RoleAssignment.found(
                        somebody, Role.ADMINISTRATOR, secretariat, false, history, installation, NOW));
        assertRefused(
                PartyError.FOUNDED,
                () -> RoleAssignment.found(somebody, Role.COORDINATOR, secretariat, false, history, coordinator, NOW));
        Actor self = actor(somebody.id(), secretariat, Role.ADMINISTRATOR);
        assertRefused(
                PartyError.OWN_ROLE,
                () -> RoleAssignment.found(somebody, Role.COORDINATOR, secretariat, false, history, self, NOW));
    }

    @Test
    void aRoleLapsesFromWhereverItIs() {
        for (AssignmentState state :
                List.of(AssignmentState.REQUESTED, AssignmentState.APPROVED, AssignmentState.IN_EFFECT)) {
            RoleAssignment role = inState(state);
            role.lapse(installation, "moved", NOW);
            boolean was = state == AssignmentState.IN_EFFECT;
            assertEquals(was ? AssignmentState.ENDED : AssignmentState.WITHDRAWN, role.state());
        }
        assertRefused(
                PartyError.ROLE_STATE, () -> inState(AssignmentState.ENDED).lapse(installation, "moved", NOW));
    }

    @Test
    void rolesCountWhileOpenAndForTwoYearsAfterTheirOrganisationWasLeft() {
        RoleAssignment ended = inState(AssignmentState.ENDED);
        RoleAssignment declined = inState(AssignmentState.DECLINED);
        RoleAssignment open = inState(AssignmentState.REQUESTED);
        List<RoleAssignment> all = List.of(ended, declined, open);

        assertEquals(
                List.of(new HeldRole(Role.SECURITY_REVIEWER, aoba.id(), false)),
                history(all, 0).held());

        person.move(hinode, EmailAddress.of("a@hinode.example"), installation, NOW.plus(Duration.ofDays(1)));
        assertEquals(
                List.of(new HeldRole(Role.SECURITY_REVIEWER, aoba.id(), true)),
                history(List.of(ended, declined), 2).held());
        assertEquals(List.of(), history(List.of(ended, declined), 2 + 731).held());
        assertEquals(Set.of(OrganisationKind.INSTITUTION), history(all, 2).countingKinds());
    }

    private RoleHistory history(List<RoleAssignment> all, int days) {
        return RoleHistory.of(
                all,
                person.affiliations(),
                organisation -> OrganisationKind.INSTITUTION,
                true,
                Days.of(NOW).plusDays(days));
    }

    private RoleAssignment requested(Actor by) {
        return RoleAssignment.request(person, Role.SECURITY_REVIEWER, aoba, "trial team", NEWCOMER, by, NOW);
    }

    private RoleAssignment founding(Person first, Role role) {
        RoleHistory history = RoleHistory.ofNewcomer(OrganisationKind.SECRETARIAT, false);
        return RoleAssignment.found(first, role, secretariat, false, history, installer(), NOW);
    }

    private RoleAssignment inState(AssignmentState state) {
        RoleAssignment role = requested(installation);
        if (state == AssignmentState.APPROVED || state == AssignmentState.IN_EFFECT || state == AssignmentState.ENDED) {
            role.approve(person, aoba, NEWCOMER, coordinator, NOW);
        }
        if (state == AssignmentState.IN_EFFECT || state == AssignmentState.ENDED) {
            role.confirm(person, aoba, NEWCOMER, own, NOW);
        }
        switch (state) {
            case REQUESTED, APPROVED, IN_EFFECT -> {}
            case DECLINED -> role.decline(ciso, "reason", NOW);
            case WITHDRAWN -> role.withdraw(installation, "reason", NOW);
            case ENDED -> role.end(own, "reason", NOW);
        }
        return role;
    }

    private void bring(RoleAssignment role, AssignmentState state) {
        switch (state) {
            case REQUESTED -> throw new AssertionError("No verb leads there");
            case APPROVED -> role.approve(person, aoba, NEWCOMER, coordinator, NOW);
            case IN_EFFECT -> role.confirm(person, aoba, NEWCOMER, own, NOW);
            case DECLINED -> role.decline(own, "reason", NOW);
            case WITHDRAWN -> role.withdraw(installation, "reason", NOW);
            case ENDED -> role.end(own, "reason", NOW);
        }
    }
}
