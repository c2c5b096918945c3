package org.sekisho.domain.assurance.engagement;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Item;
import org.sekisho.domain.assurance.engagement.WaitingAudits.Kind;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.shared.QueueSource.Waiting;

/** For whom things of audits wait. */
class WaitingAuditsTest {

    private static final UUID OWNER = UUID.randomUUID();
    private static final UUID FIRM = UUID.randomUUID();
    private static final UUID ONE = UUID.randomUUID();
    private static final UUID OTHER = UUID.randomUUID();

    @Test
    void aDeclarationWaitsForTheOwnersCoordinatorWhoTookNoPartInIt() {
        Item item = item(OWNER, Optional.empty(), Set.of(ONE));
        assertTrue(item.audience(Kind.DECIDE).includes(who(OTHER, OWNER, Role.COORDINATOR)));
        assertFalse(item.audience(Kind.DECIDE).includes(who(ONE, OWNER, Role.COORDINATOR)));
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

    private static Item item(UUID acting, Optional<UUID> person, Set<UUID> involved) {
        return new Item(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "AUD-2026-Q3",
                "Aoba Bank",
                Optional.empty(),
                LocalDate.of(2026, 12, 15),
                acting,
                person,
                involved);
    }

    private static Waiting who(UUID person, UUID organisation, Role role) {
        return new Waiting(person, organisation, Set.of(role.name()));
    }
}
