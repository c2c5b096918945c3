package org.sekisho.domain.party.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.shared.Days;

class AffiliationsTest {

    private static final LocalDate TODAY = Days.of(NOW);

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Organisation exchange = bank("exchange");
    private final Actor installation =
            actorOf(organisation("sekisho", OrganisationKind.SECRETARIAT), Role.ADMINISTRATOR);
    private final Person person = active("analyst@aoba.example", aoba);

    @Test
    void everyoneBelongsToTheirHome() {
        assertEquals(Set.of(aoba.id()), person.affiliations().current(TODAY));
        assertEquals(Optional.of(aoba.id()), person.affiliations().of(AffiliationKind.HOME, TODAY));
        assertEquals(Set.of(), person.affiliations().current(TODAY.minusDays(1)));
    }

    @Test
    void hostAndCommissioningOrganisationCountBesides() {
        person.second(hinode, TODAY, TODAY.plusDays(30));
        person.commission(exchange, TODAY, null);
        assertEquals(
                Set.of(aoba.id(), hinode.id(), exchange.id()),
                person.affiliations().current(TODAY));
        assertEquals(Optional.of(hinode.id()), person.affiliations().of(AffiliationKind.HOST, TODAY));
        assertEquals(Optional.of(exchange.id()), person.affiliations().of(AffiliationKind.COMMISSIONING, TODAY));
        assertTrue(person.affiliations().current(TODAY.plusDays(30)).contains(hinode.id()));
        assertFalse(person.affiliations().current(TODAY.plusDays(31)).contains(hinode.id()));
    }

    @Test
    void whatWasLeftCountsForTwoYearsMore() {
        LocalDate last = TODAY.plusDays(30);
        person.second(hinode, TODAY, last);
        LocalDate free = last.plusDays(1).plusYears(2);
        assertTrue(person.affiliations().counting(free.minusDays(1)).contains(hinode.id()));
        assertFalse(person.affiliations().counting(free).contains(hinode.id()));
    }

    @Test
    void whatHasNotBegunDoesNotCount() {
        person.second(hinode, TODAY.plusDays(1), null);
        assertFalse(person.affiliations().counting(TODAY).contains(hinode.id()));
        assertTrue(person.affiliations().counting(TODAY.plusDays(1)).contains(hinode.id()));
    }

    @Test
    void thereIsOneHostAtATime() {
        person.second(hinode, TODAY, TODAY.plusDays(30));
        assertRefused(PartyError.AFFILIATION_OVERLAPS, () -> person.second(exchange, TODAY.plusDays(30), null));
        assertRefused(PartyError.AFFILIATION_OVERLAPS, () -> person.second(hinode, TODAY.minusDays(9), TODAY));
        person.second(exchange, TODAY.plusDays(31), null);
        assertEquals(Optional.of(exchange.id()), person.affiliations().of(AffiliationKind.HOST, TODAY.plusDays(31)));
    }

    @Test
    void aSecondmentIsElsewhereAndItsDaysInOrder() {
        assertRefused(PartyError.SAME_HOME, () -> person.second(aoba, TODAY, null));
        assertRefused(PartyError.DAYS_REVERSED, () -> person.second(hinode, TODAY, TODAY.minusDays(1)));
        hinode.close(installation, "merged");
        assertRefused(PartyError.ORGANISATION_CLOSED, () -> person.second(hinode, TODAY, null));
    }

    @Test
    void aSecondmentEndsAndTheHomeDoesNot() {
        person.second(hinode, TODAY, null);
        person.endAffiliation(hinode.id(), AffiliationKind.HOST, TODAY.plusDays(3));
        assertTrue(person.affiliations().current(TODAY.plusDays(3)).contains(hinode.id()));
        assertFalse(person.affiliations().current(TODAY.plusDays(4)).contains(hinode.id()));
        assertRefused(
                PartyError.NO_AFFILIATION,
                () -> person.endAffiliation(hinode.id(), AffiliationKind.HOST, TODAY.plusDays(4)));
        assertRefused(PartyError.NO_AFFILIATION, () -> person.endAffiliation(aoba.id(), AffiliationKind.HOME, TODAY));
        assertRefused(
                PartyError.NO_AFFILIATION,
                () -> person.endAffiliation(hinode.id(), AffiliationKind.COMMISSIONING, TODAY));
    }

    @Test
    void aMoveEndsEverythingAndKeepsItOnRecord() {
        person.second(exchange, TODAY, null);
        person.move(hinode, EmailAddress.of("a@hinode.example"), installation, NOW.plusSeconds(40 * 86_400));
        LocalDate day = TODAY.plusDays(40);
        assertEquals(Set.of(hinode.id()), person.affiliations().current(day));
        assertEquals(
                Set.of(aoba.id(), exchange.id(), hinode.id()),
                person.affiliations().counting(day));
        assertEquals(Set.of(hinode.id()), person.affiliations().counting(day.plusYears(2)));
    }

    @Test
    void aMoveDropsASecondmentThatHasNotBegun() {
        person.second(exchange, TODAY.plusDays(90), null);
        person.move(hinode, EmailAddress.of("a@hinode.example"), installation, NOW);
        assertFalse(person.affiliations().counting(TODAY.plusDays(90)).contains(exchange.id()));
    }

    @Test
    void twoMovesOnOneDayLeaveBothOnRecord() {
        person.move(hinode, EmailAddress.of("a@hinode.example"), installation, NOW);
        person.move(exchange, EmailAddress.of("a@exchange.example"), installation, NOW);
        assertEquals(
                Set.of(aoba.id(), hinode.id(), exchange.id()),
                person.affiliations().counting(TODAY));
        assertEquals(Set.of(exchange.id()), person.affiliations().current(TODAY.plusDays(1)));
        assertEquals(exchange.id(), person.home());
    }
}
