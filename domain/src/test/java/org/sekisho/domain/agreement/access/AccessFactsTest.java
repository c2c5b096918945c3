package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.freeze.FreezeScope;

/** Whom a freeze names. */
class AccessFactsTest {

    private static final Instant AT = Instant.parse("2026-05-28T00:00:00Z");

    private final UUID person = UUID.randomUUID();
    private final UUID organisation = UUID.randomUUID();

    @Test
    void aFreezeOfThePersonOrOfTheirOrganisationNamesThem() {
        assertTrue(isFrozen(FreezeScope.person(person)));
        assertTrue(isFrozen(FreezeScope.organisation(organisation)));
    }

    @Test
    void aFreezeOfAnythingElseDoesNot() {
        assertFalse(isFrozen(FreezeScope.person(UUID.randomUUID())));
        assertFalse(isFrozen(FreezeScope.organisation(UUID.randomUUID())));
        assertFalse(isFrozen(FreezeScope.agreement(organisation)));
        assertFalse(isFrozen(FreezeScope.all()));
    }

    @Test
    void whoseFreezesAreUnknownCountsAsFrozen() {
        assertTrue(AccessFacts.unknown(AT).isFrozen(person, Optional.of(organisation)));
    }

    private boolean isFrozen(FreezeScope scope) {
        List<FreezeFact> freezes = List.of(new FreezeFact(scope, AT, false));
        return new AccessFacts(
                        AT,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(freezes),
                        OutsideFacts.unknown())
                .isFrozen(person, Optional.of(organisation));
    }
}
