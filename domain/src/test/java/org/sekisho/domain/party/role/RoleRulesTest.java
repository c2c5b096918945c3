package org.sekisho.domain.party.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actor;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.installer;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.SharedError;

class RoleRulesTest extends RoleExamples {

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
    void aRequestIsTakenBackByWhoAsked() {
        RoleAssignment role = requested(installation);
        assertRefused(PartyError.ROLE_WITHDRAWN_BY_REQUESTER, () -> role.withdraw(own, "reason", NOW));
        role.withdraw(installation, "asked for the wrong one", NOW);
        assertEquals(AssignmentState.WITHDRAWN, role.state());
        assertEquals("asked for the wrong one", role.closing().reason());
    }

    @Test
    void aRoleIsEndedByItsOrganisationByTheInstallationOrByItsHolder() {
        Actor self = actor(person.id(), aoba, Role.SECURITY_REVIEWER);
        for (Actor by : List.of(own, ciso, installation, self)) {
            RoleAssignment role = inState(AssignmentState.IN_EFFECT);
            role.end(by, "no longer needed", NOW);
            assertEquals(AssignmentState.ENDED, role.state());
            assertEquals(Optional.of(by.name()), role.closing().by());
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
    void onlyTheVeryFirstCoordinatorIsFoundedByAsking() {
        Person first = active("coordinator@sekisho.example", secretariat);
        Actor founder = actorOf(secretariat, Role.ADMINISTRATOR);
        RoleHistory history = RoleHistory.ofNewcomer(OrganisationKind.SECRETARIAT, true);
        assertTrue(RoleAssignment.ask(first, Role.COORDINATOR, secretariat, "", any -> false, history, founder, NOW)
                .isInEffect());
        assertEquals(
                AssignmentState.REQUESTED,
                RoleAssignment.ask(first, Role.COORDINATOR, secretariat, "One more", any -> true, history, founder, NOW)
                        .state());
        assertEquals(
                AssignmentState.REQUESTED,
                RoleAssignment.ask(first, Role.SIGNATORY, secretariat, "Signs", any -> false, history, founder, NOW)
                        .state());
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
}
