package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.organisation;

import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.organisation.Organisation;

class ActorTest {

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);

    @Test
    void anOrganisationIsAdministeredByItsOwnAdministratorsOnly() {
        Actor administrator = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
        assertTrue(administrator.administers(aoba.id()));
        assertFalse(administrator.administers(hinode.id()));
        assertFalse(administrator.administersInstallation());
        assertFalse(actorOf(aoba, Role.CISO).administers(aoba.id()));
    }

    @Test
    void theInstallationsAdministratorAdministersNoOrganisationButTheSecretariat() {
        Actor administrator = actorOf(secretariat, Role.ADMINISTRATOR);
        assertTrue(administrator.administersInstallation());
        assertTrue(administrator.administers(secretariat.id()));
        assertFalse(administrator.administers(aoba.id()));
    }
}
