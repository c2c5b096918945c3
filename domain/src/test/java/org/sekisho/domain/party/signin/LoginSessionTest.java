package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.active;
import static org.sekisho.domain.party.PartyExamples.assertRefused;
import static org.sekisho.domain.party.PartyExamples.bank;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.organisation.Organisation;
import org.sekisho.domain.party.person.Person;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.DomainEvent;

class LoginSessionTest {

    private static final Client CLIENT = Client.of("192.0.2.10", "Firefox");

    private final Organisation aoba = bank("aoba");
    private final Organisation hinode = bank("hinode");
    private final Person person = active("analyst@aoba.example", aoba);

    @Test
    void onlyTheHashOfTheTokenIsKept() {
        String token = Tokens.fresh();
        LoginSession session = session(token);
        assertArrayEquals(Tokens.hash(token), session.tokenHash());
        assertEquals(aoba.id(), session.organisation());
        assertFalse(session.started().toString().contains(token));
    }

    @Test
    void theTrailHoldsTheAddressAsAPersonalDetail() {
        DomainEvent event = session("t").started();
        assertEquals("192.0.2.10", event.personal().get("address"));
        assertFalse(event.details().containsValue("192.0.2.10"));
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfNothing() {
        LoginSession session = session("t");
        assertTrue(session.isLive(NOW.plus(Duration.ofMinutes(30)).minusMillis(1)));
        assertFalse(session.isLive(NOW.plus(Duration.ofMinutes(30))));
        assertEquals(SessionEnd.IDLE, session.lapse());
        session.seen(NOW.plus(Duration.ofMinutes(20)));
        assertTrue(session.isLive(NOW.plus(Duration.ofMinutes(49))));
    }

    @Test
    void aSessionEndsAfterHalfADayWhateverIsAsked() {
        LoginSession session = session("t");
        Instant at = NOW;
        while (session.isLive(at)) {
            session.seen(at);
            at = at.plus(Duration.ofMinutes(10));
        }
        assertEquals(NOW.plus(Duration.ofHours(12)), at);
        assertEquals(at, session.expiresAt());
        assertEquals(SessionEnd.EXPIRED, session.lapse());
    }

    @Test
    void beingSeenIsWrittenOnceAMinute() {
        LoginSession session = session("t");
        assertFalse(session.seen(NOW.plusSeconds(59)));
        assertEquals(NOW, session.lastSeenAt());
        assertTrue(session.seen(NOW.plusSeconds(60)));
        assertEquals(NOW.plusSeconds(60), session.lastSeenAt());
    }

    @Test
    void anEndedSessionStaysAsItEnded() {
        LoginSession session = session("t");
        assertTrue(session.end(SessionEnd.REVOKED, NOW).isPresent());
        assertTrue(session.end(SessionEnd.SIGNED_OUT, NOW.plusSeconds(5)).isEmpty());
        assertEquals(Optional.of(SessionEnd.REVOKED), session.endedBecause());
        assertEquals(Optional.of(NOW), session.endedAt());
        assertFalse(session.isLive(NOW));
        assertRefused(AccountError.SESSION_ENDED, () -> session.seen(NOW));
    }

    @Test
    void aSecondFactorGivesANewTokenAndNoMoreTime() {
        LoginSession first = session("first");
        LoginSession second = first.withSecondFactor("second", NOW.plusSeconds(300));
        assertNotEquals(first.id(), second.id());
        assertArrayEquals(Tokens.hash("second"), second.tokenHash());
        assertTrue(second.secondFactor());
        assertFalse(first.secondFactor());
        assertEquals(Optional.of(SessionEnd.ROTATED), first.endedBecause());
        assertEquals(first.expiresAt(), second.expiresAt());
        assertEquals(NOW.plusSeconds(300), second.lastSeenAt());
    }

    @Test
    void anEndedSessionIsNotContinued() {
        LoginSession session = session("t");
        session.end(SessionEnd.SIGNED_OUT, NOW);
        assertRefused(AccountError.SESSION_ENDED, () -> session.withSecondFactor("u", NOW));
        LoginSession idle = session("v");
        assertRefused(
                AccountError.SESSION_ENDED,
                () -> idle.actingFor("w", aoba.id(), false, person, NOW.plus(Duration.ofMinutes(30))));
    }

    @Test
    void aSecondeeActsForTheHostAndNobodyForStrangers() {
        LoginSession session = session("t");
        assertRefused(AccountError.ORGANISATION_NOT_OWN, () -> session.actingFor("u", hinode.id(), true, person, NOW));
        assertTrue(session.isLive(NOW));
        person.second(hinode, Days.of(NOW), null);
        assertRefused(AccountError.ORGANISATION_NOT_OWN, () -> session.actingFor("u", hinode.id(), false, person, NOW));
        LoginSession there = session.actingFor("u", hinode.id(), true, person, NOW);
        assertEquals(hinode.id(), there.organisation());
        assertFalse(session.isLive(NOW));
        assertEquals(
                aoba.id(),
                there.actingFor("home", aoba.id(), false, person, NOW).organisation());
        Person other = active("other@aoba.example", aoba);
        assertThrows(IllegalArgumentException.class, () -> there.actingFor("v", aoba.id(), false, other, NOW));
    }

    @Test
    void whatABrowserCallsItselfIsCutAndCleaned() {
        assertEquals("", Client.of("192.0.2.10", null).userAgent());
        assertEquals(
                300, Client.of("192.0.2.10", "x".repeat(10_000)).userAgent().length());
        assertEquals("ab", Client.of("192.0.2.10", "a\r\n\u202Eb").userAgent());
    }

    private LoginSession session(String token) {
        return LoginSession.start(token, person, SessionKind.PAGE, false, CLIENT, NOW);
    }
}
