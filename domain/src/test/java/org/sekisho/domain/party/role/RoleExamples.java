package org.sekisho.domain.party.role;

import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;

/** A bank, a rival and the secretariat with their people, and roles on their way. */
abstract class RoleExamples {

    static final RoleHistory NEWCOMER = RoleHistory.ofNewcomer(OrganisationKind.INSTITUTION, true);

    final Organisation aoba = bank("aoba");
    final Organisation hinode = bank("hinode");
    final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
    final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    final Actor ciso = actorOf(aoba, Role.CISO);
    final Actor installation = actorOf(secretariat, Role.ADMINISTRATOR);
    final Actor coordinator = actorOf(secretariat, Role.COORDINATOR);
    final Person person = active("security@aoba.example", aoba);

    RoleAssignment requested(Actor by) {
        return RoleAssignment.request(person, Role.SECURITY_REVIEWER, aoba, "trial team", NEWCOMER, by, NOW);
    }

    RoleAssignment founding(Person first, Role role) {
        RoleHistory history = RoleHistory.ofNewcomer(OrganisationKind.SECRETARIAT, false);
        return RoleAssignment.found(first, role, secretariat, false, history, installer(), NOW);
    }

    RoleAssignment inState(AssignmentState state) {
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

    void bring(RoleAssignment role, AssignmentState state) {
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
