package org.sekisho.domain.party.organisation;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.actorOf;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;
import static org.sekisho.domain.party.PartyExamples.installer;
import static org.sekisho.domain.party.PartyExamples.organisation;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.MailDomain;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.OrganisationKind;
import org.sekisho.domain.party.PartyError;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.DomainEvent;
import org.sekisho.domain.shared.SharedError;

class OrganisationTest {

    private static final Name NAME = Name.of("Aoba Bank", "青葉銀行");

    private final Organisation aoba = bank("aoba");
    private final Actor administrator =
            actorOf(organisation("sekisho", OrganisationKind.SECRETARIAT), Role.ADMINISTRATOR);
    private final Actor own = actorOf(aoba, Role.ORGANISATION_ADMINISTRATOR);

    @ParameterizedTest
    @ValueSource(strings = {"ab", "aoba", "a-1", "0x", "abcdefghijklmnopqrstuvwxyz0123"})
    void soundShortNamesAreTaken(String shortName) {
        assertEquals(shortName, new Organisation(shortName, NAME, OrganisationKind.INSTITUTION, NOW).shortName());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "Aoba", "-a", "a-", "a b", "a_b", "青葉", "a.b", "a/b"})
    void otherShortNamesAreRefused(String shortName) {
        assertRefused(
                PartyError.SHORT_NAME_MALFORMED,
                () -> new Organisation(shortName, NAME, OrganisationKind.INSTITUTION, NOW));
    }

    @Test
    void aLongShortNameIsRefused() {
        assertRefused(
                SharedError.TOO_LONG, () -> new Organisation("a".repeat(31), NAME, OrganisationKind.INSTITUTION, NOW));
    }

    @Test
    void anOrganisationIsNamedInBothLanguages() {
        assertRefused(
                SharedError.REQUIRED,
                () -> new Organisation("aoba", Name.of("Aoba Bank", ""), OrganisationKind.INSTITUTION, NOW));
        assertRefused(SharedError.REQUIRED, () -> aoba.rename(Name.of("", "青葉銀行")));
        aoba.rename(NAME);
        assertEquals(NAME, aoba.name());
    }

    @Test
    void everyPairOfStatesIsDecidedByTheTable() {
        for (OrganisationState from : OrganisationState.values()) {
            for (OrganisationState to : OrganisationState.values()) {
                Organisation organisation = inState(from);
                if (from.canBecome(to)) {
                    bring(organisation, to);
                    assertEquals(to, organisation.state());
                } else {
                    assertRefused(PartyError.ORGANISATION_STATE, () -> bring(organisation, to));
                    assertEquals(from, organisation.state());
                }
            }
        }
    }

    @Test
    void closingAsksForAReason() {
        assertRefused(SharedError.REQUIRED, () -> aoba.close(administrator, " "));
        DomainEvent event = aoba.close(administrator, "merged");
        assertEquals("organisation.closed", event.name());
        assertEquals("merged", event.personal().get("reason"));
        assertRefused(PartyError.ORGANISATION_CLOSED, aoba::requireActive);
    }

    @Test
    void theSecretariatCannotBeClosed() {
        Organisation secretariat = organisation("sekisho", OrganisationKind.SECRETARIAT);
        assertRefused(PartyError.ONE_SECRETARIAT, () -> secretariat.close(administrator, "reason"));
    }

    @Test
    void onlyTheOrganisationsOwnDomainsAreAccepted() {
        assertDoesNotThrow(() -> aoba.requireDomainOf(EmailAddress.of("a@aoba.example")));
        assertRefused(
                PartyError.EMAIL_OUTSIDE_DOMAINS, () -> aoba.requireDomainOf(EmailAddress.of("a@hinode.example")));
        assertRefused(
                PartyError.EMAIL_OUTSIDE_DOMAINS, () -> aoba.requireDomainOf(EmailAddress.of("a@sub.aoba.example")));
    }

    @Test
    void aDomainBelongsToOneOrganisation() {
        assertRefused(
                PartyError.MAIL_DOMAIN_TAKEN,
                () -> aoba.useMailDomains(domains("hinode.example"), own, true, domain -> true, domain -> false));
        assertEquals(domains("aoba.example"), aoba.mailDomains());
    }

    @Test
    void aDomainInUseStays() {
        assertRefused(
                PartyError.MAIL_DOMAIN_IN_USE,
                () -> aoba.useMailDomains(domains("aoba2.example"), own, true, domain -> false, domain -> true));
        aoba.useMailDomains(domains("aoba2.example"), own, true, domain -> false, domain -> false);
        assertEquals(domains("aoba2.example"), aoba.mailDomains());
    }

    @Test
    void onceThereWasAnAdministratorOnlyTheOrganisationAddsADomain() {
        Set<MailDomain> more = domains("aoba.example", "elsewhere.example");
        assertRefused(
                PartyError.MAIL_DOMAIN_ADDED_BY_OWN,
                () -> aoba.useMailDomains(more, administrator, true, domain -> false, domain -> false));
        assertRefused(
                PartyError.MAIL_DOMAIN_ADDED_BY_OWN,
                () -> aoba.useMailDomains(more, installer(), true, domain -> false, domain -> false));
        aoba.useMailDomains(Set.of(), administrator, true, domain -> false, domain -> false);
        assertTrue(aoba.mailDomains().isEmpty());
        aoba.useMailDomains(more, own, true, domain -> false, domain -> false);
        assertEquals(more, aoba.mailDomains());
    }

    @Test
    void beforeThereWasAnAdministratorTheInstallationsAddsADomain() {
        Set<MailDomain> more = domains("aoba.example", "aoba2.example");
        aoba.useMailDomains(more, administrator, false, domain -> false, domain -> false);
        assertEquals(more, aoba.mailDomains());
    }

    @Test
    void nobodyElseChangesDomains() {
        Actor rival = actorOf(bank("hinode"), Role.ORGANISATION_ADMINISTRATOR);
        assertRefused(
                SharedError.NOT_FOUND,
                () -> aoba.useMailDomains(Set.of(), rival, false, domain -> false, domain -> false));
        assertRefused(
                SharedError.NOT_FOUND,
                () -> aoba.useMailDomains(Set.of(), actorOf(aoba, Role.CISO), true, domain -> false, domain -> false));
    }

    @Test
    void whatIsHandedOutCannotBeChanged() {
        assertThrows(
                UnsupportedOperationException.class, () -> aoba.mailDomains().clear());
    }

    private static Set<MailDomain> domains(String... names) {
        return Arrays.stream(names).map(MailDomain::of).collect(Collectors.toSet());
    }

    private Organisation inState(OrganisationState state) {
        Organisation organisation = bank("hinode");
        if (state == OrganisationState.CLOSED) {
            organisation.close(administrator, "reason");
        }
        return organisation;
    }

    private void bring(Organisation organisation, OrganisationState state) {
        switch (state) {
            case ACTIVE -> organisation.reopen(administrator, "reason");
            case CLOSED -> organisation.close(administrator, "reason");
        }
    }
}
