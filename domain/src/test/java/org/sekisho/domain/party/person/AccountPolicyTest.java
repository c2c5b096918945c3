package org.sekisho.domain.party.person;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.shared.SharedError;

class AccountPolicyTest {

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    private final Actor installation = actorOf(secretariat, Role.ADMINISTRATOR);

    @Test
    void organisationAdministratorsLookAfterTheirOwnPeople() {
        assertDoesNotThrow(() -> AccountPolicy.requireManages(own, aoba.id(), false));
        assertRefused(SharedError.NOT_FOUND, () -> AccountPolicy.requireManages(own, hinode.id(), false));
        assertTrue(AccountPolicy.createsAt(own, aoba.id()));
        assertRefused(PartyError.OWN_ADMINISTRATOR_ONLY, () -> AccountPolicy.requireCreatesAt(own, hinode.id()));
    }

    @Test
    void theInstallationsAdministratorLooksAfterEveryone() {
        assertDoesNotThrow(() -> AccountPolicy.requireManages(installation, aoba.id(), false));
        assertDoesNotThrow(() -> AccountPolicy.requireManages(installation, secretariat.id(), true));
        assertDoesNotThrow(() -> AccountPolicy.requireCreatesAt(installation, aoba.id()));
        assertTrue(AccountPolicy.createsAt(installer(), aoba.id()));
    }

    @Test
    void onlyPeersTouchAnAdministratorOfTheInstallation() {
        Actor colleague = actorOf(secretariat, Role.ORGANISATION_ADMINISTRATOR);
        assertDoesNotThrow(() -> AccountPolicy.requireManages(colleague, secretariat.id(), false));
        assertRefused(
                PartyError.INSTALLATION_ADMINISTRATOR_ONLY,
                () -> AccountPolicy.requireManages(colleague, secretariat.id(), true));
    }

    @Test
    void onlyTheInstallationsAdministratorMovesPeople() {
        assertDoesNotThrow(() -> AccountPolicy.requireMoves(installation));
        assertRefused(PartyError.INSTALLATION_ADMINISTRATOR_ONLY, () -> AccountPolicy.requireMoves(own));
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"ADMINISTRATOR", "ORGANISATION_ADMINISTRATOR"})
    void nobodyElseLooksAfterAccounts(Role role) {
        Actor actor = actorOf(aoba, role);
        assertRefused(SharedError.NOT_FOUND, () -> AccountPolicy.requireManages(actor, aoba.id(), false));
        assertFalse(AccountPolicy.createsAt(actor, aoba.id()));
    }
}
