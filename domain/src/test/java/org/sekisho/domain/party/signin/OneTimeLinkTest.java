package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
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
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;

class OneTimeLinkTest {

    private final Organisation aoba = bank("aoba");
    private final Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
    private final Person person = active("security@aoba.example", aoba);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);
    private final Actor installation = actorOf(secretariat, Role.ADMINISTRATOR);

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        String token = Tokens.fresh();
        OneTimeLink link = link(token, LinkPurpose.RESET, LinkDelivery.MAIL);
        assertArrayEquals(Tokens.hash(token), link.tokenHash());
        assertFalse(link.created().toString().contains(token));
        assertEquals(43, token.length());
    }

    @ParameterizedTest
    @EnumSource(names = {"INVITATION", "RESET"})
    void aLinkIsUsedOnceAndInTime(LinkPurpose purpose) {
        OneTimeLink link = link("t", purpose, LinkDelivery.MAIL);
        assertEquals(NOW.plus(purpose.lifetime()), link.expiresAt());
        assertRefused(AccountError.LINK_INVALID, () -> link.use(link.expiresAt()));
        assertTrue(link.isOpen(link.expiresAt().minusMillis(1)));
        link.use(NOW);
        assertEquals(Optional.of(NOW), link.usedAt());
        assertRefused(AccountError.LINK_INVALID, () -> link.use(NOW));
    }

    @Test
    void aReplacedLinkIsWorthless() {
        OneTimeLink link = link("t", LinkPurpose.RESET, LinkDelivery.MAIL);
        link.replace(NOW);
        assertFalse(link.isOpen(NOW));
        assertRefused(AccountError.LINK_INVALID, () -> link.use(NOW));
    }

    @Test
    void lifetimesSuitTheirPurpose() {
        assertEquals(Duration.ofDays(7), LinkPurpose.INVITATION.lifetime());
        assertEquals(Duration.ofHours(2), LinkPurpose.RESET.lifetime());
        assertEquals(Duration.ofHours(24), LinkPurpose.FIRST_ADMINISTRATOR.lifetime());
    }

    @Test
    void withMailALinkGoesByMailOnly() {
        assertEquals(LinkDelivery.MAIL, LinkDelivery.of(LinkPurpose.RESET, true, true));
        assertEquals(LinkDelivery.MAIL, LinkDelivery.of(LinkPurpose.INVITATION, true, false));
        OneTimeLink link = link("t", LinkPurpose.RESET, LinkDelivery.MAIL);
        for (Actor viewer : List.of(own, installation)) {
            assertRefused(AccountError.LINK_NOT_SHOWN, () -> link.requireShownTo(viewer));
        }
    }

    @Test
    void withoutMailOnlyTheOrganisationsOwnAdministratorSeesIt() {
        assertEquals(LinkDelivery.ORGANISATION_ADMINISTRATOR, LinkDelivery.of(LinkPurpose.RESET, false, true));
        OneTimeLink link = link("t", LinkPurpose.RESET, LinkDelivery.ORGANISATION_ADMINISTRATOR);
        assertDoesNotThrow(() -> link.requireShownTo(own));
        Actor rival = actorOf(bank("hinode"), Role.ORGANISATION_ADMINISTRATOR);
        Actor self = actor(person.id(), aoba, Role.ORGANISATION_ADMINISTRATOR);
        for (Actor viewer :
                List.of(installation, rival, self, actorOf(aoba, Role.CISO), installer(), Actor.anonymous())) {
            assertRefused(AccountError.LINK_NOT_SHOWN, () -> link.requireShownTo(viewer));
        }
    }

    @Test
    void withoutMailAndAdministratorItIsSealedAndShownToNobody() {
        assertEquals(LinkDelivery.SEALED, LinkDelivery.of(LinkPurpose.INVITATION, false, false));
        assertEquals(LinkDelivery.SEALED, LinkDelivery.of(LinkPurpose.RESET, false, false));
        OneTimeLink link = link("t", LinkPurpose.INVITATION, LinkDelivery.SEALED);
        for (Actor viewer : List.of(own, installation)) {
            assertFalse(link.isShownTo(viewer));
        }
    }

    @Test
    void theSecretariatsOwnPeopleAreLookedAfterByItsAdministrator() {
        Person coordinator = active("coordinator@sekisho.example", secretariat);
        OneTimeLink link = OneTimeLink.to(
                coordinator, "t", LinkPurpose.RESET, LinkDelivery.ORGANISATION_ADMINISTRATOR, installation, NOW);
        assertTrue(link.isShownTo(installation));
    }

    @Test
    void theFirstAdministratorsLinkIsForNobodyYet() {
        assertEquals(LinkDelivery.CONSOLE, LinkDelivery.of(LinkPurpose.FIRST_ADMINISTRATOR, true, true));
        OneTimeLink link = OneTimeLink.toFirstAdministrator("t", installer(), NOW);
        assertTrue(link.person().isEmpty());
        assertFalse(link.isShownTo(installation));
        link.use(NOW);
        assertThrows(
                IllegalArgumentException.class, () -> link("t", LinkPurpose.FIRST_ADMINISTRATOR, LinkDelivery.CONSOLE));
    }

    @Test
    void aDeactivatedAccountGetsNoLink() {
        person.deactivate(own, "left", NOW);
        assertRefused(PartyError.PERSON_DEACTIVATED, () -> link("t", LinkPurpose.RESET, LinkDelivery.MAIL));
    }

    private OneTimeLink link(String token, LinkPurpose purpose, LinkDelivery delivery) {
        return OneTimeLink.to(person, token, purpose, delivery, own, NOW);
    }
}
