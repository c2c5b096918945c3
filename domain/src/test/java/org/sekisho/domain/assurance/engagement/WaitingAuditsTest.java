package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.access.PersonFacts;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Item;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.Audience;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** For whom things of audits wait. */
class WaitingAuditsTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();
    private static final UUID ANALYST = UUID.randomUUID();
    private static final UUID AGREEMENT = UUID.randomUUID();

    @Test
    void aDeclarationWaitsForTheOwnersCoordinatorWhoTookNoPartInIt() {
        Item item = item(OWNER, Optional.empty(), Set.of(ONE));
        assertTrue(item.audience(Kind.DECIDE).includes(who(OTHER, OWNER, Role.COORDINATOR)));
        assertFalse(item.audience(Kind.DECIDE).includes(who(ONE, OWNER, Role.COORDINATOR)));
    }

    @Test
    void whatWaitsForTheOwnerWaitsForTheReviewersOfAnAuthorityThatIsOne() {
        Item item = item(OWNER, Optional.empty(), Set.of(ONE));
        for (Kind kind : Set.of(Kind.DECIDE, Kind.STAFF, Kind.BEGIN, Kind.FOLLOW_UP_CLOSED)) {
            assertTrue(item.audience(kind).includes(who(OTHER, OWNER, Role.AUTHORITY_REVIEWER)), kind::name);
            assertFalse(item.audience(kind).includes(who(OTHER, OWNER, Role.DUTY_OFFICER)), kind::name);
        }
    }

    @Test
    void anAnswerWaitsForTheAuditorOfTheTeamAndNotForTheFirm() {
        Item item = item(FIRM, Optional.of(ONE), Set.of());
        assertTrue(item.audience(Kind.JUDGE).includes(who(ONE, FIRM, Role.AUDITOR)));
        assertFalse(item.audience(Kind.JUDGE).includes(who(OTHER, FIRM, Role.AUDITOR)));
    }

    @Test
    void aRequestWaitsForNobodyOfAnotherOrganisation() {
        Item item = item(OWNER, Optional.empty(), Set.of());
        assertTrue(item.audience(Kind.ANSWER).includes(who(ONE, OWNER, Role.CISO)));
        assertFalse(item.audience(Kind.ANSWER).includes(who(ONE, FIRM, Role.CISO)));
    }

    @Test
    void aRequestWaitsOnlyForWhoMayUpload() {
        Item item = item(OWNER, Optional.empty(), Set.of());
        assertFalse(item.audience(Kind.ANSWER).includes(who(ONE, OWNER, Role.ANALYST)));
    }

    @Test
    void aRequestUnderAnAgreementWaitsForThoseOfTheOrganisationWhoMayAnswer() {
        Item item = requested(Optional.of(AGREEMENT));
        List<PersonFacts> permitted = List.of(
                facts(ONE, OWNER, Role.CISO), facts(ANALYST, OWNER, Role.ANALYST), facts(OTHER, FIRM, Role.CISO));
        Audience audience = item.audience(Kind.ANSWER, permitted).orElseThrow();
        assertTrue(audience.includes(who(ONE, OWNER, Role.CISO)));
        assertFalse(audience.includes(who(OTHER, OWNER, Role.CISO)), "without a grant");
        assertFalse(audience.includes(who(ANALYST, OWNER, Role.ANALYST)), "who may not upload");
        assertFalse(audience.includes(who(OTHER, FIRM, Role.CISO)), "of another organisation");
        assertEquals(Optional.empty(), item.audience(Kind.LET_ANSWER, permitted));
    }

    @Test
    void aRequestThatNobodyMayAnswerWaitsForThoseWhoLookAfterPeopleThere() {
        Item item = requested(Optional.of(AGREEMENT));
        List<PersonFacts> permitted = List.of(facts(OTHER, FIRM, Role.CISO), facts(ANALYST, OWNER, Role.ANALYST));
        assertEquals(Optional.empty(), item.audience(Kind.ANSWER, permitted));
        Audience audience = item.audience(Kind.LET_ANSWER, permitted).orElseThrow();
        assertTrue(audience.includes(who(ONE, OWNER, Role.ORGANISATION_ADMINISTRATOR)));
        assertTrue(audience.includes(who(ONE, OWNER, Role.COORDINATOR)), "where the secretariat is audited");
        assertFalse(audience.includes(who(ONE, OWNER, Role.CISO)));
        assertFalse(audience.includes(who(OTHER, FIRM, Role.ORGANISATION_ADMINISTRATOR)));
    }

    @Test
    void whoIsAuditedOnTheirOwnAccountNeedsNoGrant() {
        Item item = requested(Optional.empty());
        Audience audience = item.audience(Kind.ANSWER, List.of()).orElseThrow();
        assertTrue(audience.includes(who(ONE, OWNER, Role.COORDINATOR)));
        assertEquals(Optional.empty(), item.audience(Kind.LET_ANSWER, List.of()));
    }

    private static PersonFacts facts(UUID person, UUID organisation, Role role) {
        return new PersonFacts(person, true, Map.of(organisation, Set.of(role)));
    }

    private static Item requested(Optional<UUID> agreement) {
        return item(OWNER, Optional.empty(), Set.of(), agreement);
    }

    private static Item item(UUID acting, Optional<UUID> person, Set<UUID> involved) {
        return item(acting, person, involved, Optional.empty());
    }

    private static Item item(UUID acting, Optional<UUID> person, Set<UUID> involved, Optional<UUID> agreement) {
        return new Item(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AUD-2026-Q3",
                "Aoba Bank",
                Optional.empty(),
                LocalDate.of(2026, 12, 15),
                acting,
                person,
                involved,
                agreement);
    }

    private static Waiting who(UUID person, UUID organisation, Role role) {
        return new Waiting(person, organisation, Set.of(role.name()));
    }
}
