package org.sekisho.domain.party.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.SharedError;

class RoleAssignmentTest extends RoleExamples {

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
    void everyEndHasAReason() {
        assertRefused(SharedError.REQUIRED, () -> requested(own).decline(ciso, " ", NOW));
        assertRefused(SharedError.REQUIRED, () -> requested(own).withdraw(own, null, NOW));
        assertRefused(
                SharedError.REQUIRED, () -> inState(AssignmentState.IN_EFFECT).end(own, "", NOW));
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
}
