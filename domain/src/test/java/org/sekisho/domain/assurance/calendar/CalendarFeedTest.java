package org.sekisho.domain.assurance.calendar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.assurance.Audit.BANK;
import static org.sekisho.domain.assurance.Audit.BANKER;
import static org.sekisho.domain.assurance.Audit.NOVEMBER;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.Actor;
import org.sekisho.domain.party.signin.Tokens;
import org.sekisho.domain.shared.DomainEvent;

class CalendarFeedTest {

    private final String token = Tokens.fresh();
    private final CalendarFeed feed = new CalendarFeed(token, BANKER, true, NOVEMBER);

    @Test
    void itReadsAsItsMakerForTheOrganisationForWhichTheyActed() {
        assertEquals(BANKER.requirePerson(), feed.person());
        assertEquals(BANK, feed.organisation());
        assertTrue(feed.secondFactor());
        assertEquals(Optional.empty(), feed.lastReadAt());
    }

    @Test
    void nothingButTheHashOfItsTokenIsKept() {
        assertArrayEquals(Tokens.hash(token), feed.tokenHash());
        DomainEvent made = feed.made();
        assertEquals("calendar-feed.made", made.name());
        assertEquals(
                Map.of("person", BANKER.requirePerson().toString(), "organisation", BANK.toString()), made.details());
    }

    @Test
    void aTokenIsBeyondGuessing() {
        // 43 characters of six bits each hold the 256 bits.
        assertTrue(token.matches("[A-Za-z0-9_-]{43}"), token);
    }

    @Test
    void itIsRevokedOnce() {
        assertEquals(
                "calendar-feed.revoked", feed.revoke(NOVEMBER.plusSeconds(5)).name());
        feed.revoke(NOVEMBER.plusSeconds(9));
        assertEquals(Optional.of(NOVEMBER.plusSeconds(5)), feed.revokedAt());
    }

    @Test
    void aPasswordChangedSinceOutdatesIt() {
        assertFalse(feed.isOutdated(Optional.empty()));
        assertFalse(feed.isOutdated(Optional.of(NOVEMBER.minusSeconds(1))));
        assertFalse(feed.isOutdated(Optional.of(NOVEMBER)));
        assertTrue(feed.isOutdated(Optional.of(NOVEMBER.plusMillis(1))));
    }

    @Test
    void onlyAPersonMakesOne() {
        Actor job = Actor.system("audit-calendar");
        assertThrows(RuntimeException.class, () -> new CalendarFeed(token, job, true, NOVEMBER));
    }
}
