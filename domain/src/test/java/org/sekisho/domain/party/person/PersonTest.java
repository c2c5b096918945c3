package org.sekisho.domain.party.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actor;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.invited;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class PersonTest {

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Actor administrator = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    private final Actor installation =
            actorOf(organisation("sekisho", OrganisationKind.SECRETARIAT), Role.ADMINISTRATOR);

    @Test
    void aPersonIsInvitedWithinTheMailDomainsOfTheirHome() {
        Person person = invited("Analyst@Aoba.example", aoba);
        assertEquals(PersonState.INVITED, person.state());
        assertEquals("analyst@aoba.example", person.email().toString());
        assertRefused(PartyError.EMAIL_OUTSIDE_DOMAINS, () -> invited("analyst@hinode.example", aoba));
    }

    @Test
    void nobodyIsInvitedToAClosedOrganisation() {
        aoba.close(installation, "merged");
        assertRefused(PartyError.ORGANISATION_CLOSED, () -> invited("analyst@aoba.example", aoba));
    }

    @Test
    void everyPairOfStatesIsDecidedByTheTable() {
        for (PersonState from : PersonState.values()) {
            for (PersonState to : PersonState.values()) {
                Person person = inState(from);
                if (from.canBecome(to)) {
                    bring(person, to);
                    assertEquals(to, person.state());
                } else {
                    assertRefused(PartyError.PERSON_STATE, () -> bring(person, to));
                    assertEquals(from, person.state());
                }
            }
        }
    }

    @Test
    void eachVerbStartsWhereItBelongs() {
        assertRefused(PartyError.PERSON_STATE, () -> inState(PersonState.LOCKED).activate(NOW));
        assertRefused(
                PartyError.PERSON_STATE, () -> inState(PersonState.INVITED).unlock(administrator, NOW));
        assertRefused(
                PartyError.PERSON_STATE, () -> inState(PersonState.INVITED).lock(administrator, "reason", NOW));
        assertRefused(PartyError.PERSON_STATE, () -> inState(PersonState.ACTIVE)
                .reinstate(aoba, administrator, "reason", NOW));
        assertRefused(PartyError.PERSON_STATE, () -> inState(PersonState.LOCKED)
                .reinstate(aoba, administrator, "reason", NOW));
    }

    @Test
    void nobodyLocksUnlocksDeactivatesReinstatesOrMovesThemselves() {
        Person person = active("admin@aoba.example", aoba);
        Actor self = actor(person.id(), aoba, Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(PartyError.OWN_ACCOUNT, () -> person.lock(self, "reason", NOW));
        assertRefused(PartyError.OWN_ACCOUNT, () -> person.unlock(self, NOW));
        assertRefused(PartyError.OWN_ACCOUNT, () -> person.deactivate(self, "reason", NOW));
        assertRefused(PartyError.OWN_ACCOUNT, () -> person.reinstate(aoba, self, "reason", NOW));
        EmailAddress address = EmailAddress.of("admin@hinode.example");
        assertRefused(PartyError.OWN_ACCOUNT, () -> person.move(hinode, address, self, NOW));
    }

    @Test
    void lockingDeactivatingAndReinstatingAskForAReason() {
        Person person = active("analyst@aoba.example", aoba);
        assertRefused(SharedError.REQUIRED, () -> person.lock(administrator, " ", NOW));
        assertRefused(SharedError.REQUIRED, () -> person.deactivate(administrator, null, NOW));
        DomainEvent event = person.deactivate(administrator, "left the bank", NOW);
        assertEquals("left the bank", event.personal().get("reason"));
        assertEquals("left the bank", person.standing().reason());
        assertEquals(administrator.name(), person.standing().changedBy());
        assertRefused(SharedError.REQUIRED, () -> person.reinstate(aoba, administrator, "", NOW));
        person.reinstate(aoba, administrator, "came back", NOW);
        assertEquals(PersonState.INVITED, person.state());
    }

    @Test
    void theTrailHoldsNoAddressInTheOpen() {
        DomainEvent event = invited("analyst@aoba.example", aoba).invited();
        assertEquals("analyst@aoba.example", event.personal().get("email"));
        assertFalse(event.details().toString().contains("analyst"));
    }

    @Test
    void aPersonIsRenamedAndReadsAnotherLanguage() {
        Person person = active("analyst@aoba.example", aoba);
        person.rename(Name.of("Suzuki", ""));
        person.chooseLanguage(ReadingLanguage.EN);
        assertEquals(Name.of("Suzuki", null), person.name());
        assertEquals(ReadingLanguage.EN, person.language());
    }

    @Test
    void singleLettersActUntilThePersonSwitchesThemOff() {
        Person person = active("analyst@aoba.example", aoba);
        assertTrue(person.shortcuts());
        DomainEvent event = person.chooseShortcuts(false);
        assertFalse(person.shortcuts());
        assertEquals("false", event.details().get("shortcuts"));
    }

    @Test
    void anotherAddressLiesWithinTheHomesDomainsToo() {
        Person person = active("analyst@aoba.example", aoba);
        person.changeEmail(EmailAddress.of("sato@aoba.example"), aoba);
        assertEquals("sato@aoba.example", person.email().toString());
        EmailAddress outside = EmailAddress.of("sato@hinode.example");
        assertRefused(PartyError.EMAIL_OUTSIDE_DOMAINS, () -> person.changeEmail(outside, aoba));
        assertThrows(IllegalArgumentException.class, () -> person.changeEmail(outside, hinode));
    }

    @Test
    void aDeactivatedAccountChangesNoMore() {
        Person person = inState(PersonState.DEACTIVATED);
        EmailAddress address = EmailAddress.of("sato@aoba.example");
        assertRefused(PartyError.PERSON_DEACTIVATED, () -> person.changeEmail(address, aoba));
        EmailAddress elsewhere = EmailAddress.of("sato@hinode.example");
        assertRefused(PartyError.PERSON_DEACTIVATED, () -> person.move(hinode, elsewhere, administrator, NOW));
        assertRefused(PartyError.PERSON_DEACTIVATED, () -> person.second(hinode, LocalDate.of(2026, 6, 1), null));
    }

    @Test
    void whoeverMovesAcceptsANewInvitation() {
        for (PersonState state : new PersonState[] {PersonState.INVITED, PersonState.ACTIVE, PersonState.LOCKED}) {
            Person person = inState(state);
            person.move(hinode, EmailAddress.of("sato@hinode.example"), installation, NOW);
            assertEquals(PersonState.INVITED, person.state());
            assertEquals(hinode.id(), person.home());
            assertTrue(person.affiliations().periods().stream()
                    .anyMatch(each -> each.organisation().equals(aoba.id())));
        }
    }

    @Test
    void nobodyMovesToWhereTheyAreOrToAClosedOrganisation() {
        Person person = active("analyst@aoba.example", aoba);
        EmailAddress same = EmailAddress.of("sato@aoba.example");
        assertRefused(PartyError.SAME_HOME, () -> person.move(aoba, same, installation, NOW));
        assertRefused(PartyError.EMAIL_OUTSIDE_DOMAINS, () -> person.move(hinode, same, installation, NOW));
        hinode.close(installation, "merged");
        EmailAddress elsewhere = EmailAddress.of("sato@hinode.example");
        assertRefused(PartyError.ORGANISATION_CLOSED, () -> person.move(hinode, elsewhere, installation, NOW));
    }

    private Person inState(PersonState state) {
        Person person = invited("analyst@aoba.example", aoba);
        switch (state) {
            case INVITED -> {}
            case ACTIVE -> person.activate(NOW);
            case LOCKED -> {
                person.activate(NOW);
                person.lock(administrator, "reason", NOW);
            }
            case DEACTIVATED -> person.deactivate(administrator, "reason", NOW);
        }
        return person;
    }

    private void bring(Person person, PersonState state) {
        switch (state) {
            case INVITED -> invite(person);
            case ACTIVE -> activate(person);
            case LOCKED -> person.lock(administrator, "reason", NOW);
            case DEACTIVATED -> person.deactivate(administrator, "reason", NOW);
        }
    }

    private void invite(Person person) {
        if (person.state() == PersonState.ACTIVE || person.state() == PersonState.LOCKED) {
            person.move(hinode, EmailAddress.of("sato@hinode.example"), administrator, NOW);
        } else {
            person.reinstate(aoba, administrator, "reason", NOW);
        }
    }

    private void activate(Person person) {
        if (person.state() == PersonState.LOCKED) {
            person.unlock(administrator, NOW);
        } else {
            person.activate(NOW);
        }
    }
}
