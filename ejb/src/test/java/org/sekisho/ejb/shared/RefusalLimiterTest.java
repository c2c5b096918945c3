package org.sekisho.ejb.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** So many refusals a minute become events; the others are counted, and no count is lost. */
class RefusalLimiterTest {

    private static final Instant NOW = Instant.parse("2026-05-28T00:00:00Z");

    private final RefusalLimiter limiter = new RefusalLimiter();

    @Test
    void whatIsTooMuchIsCountedAndTakenOnce() {
        flood(RefusalLimiter.EVENTS_PER_MINUTE + 3);
        assertEquals(3, limiter.takeSurplus());
        assertEquals(0, limiter.takeSurplus());
    }

    @Test
    void aCountThatCouldNotBeToldIsToldWithTheNext() {
        flood(RefusalLimiter.EVENTS_PER_MINUTE + 3);
        limiter.giveBack(limiter.takeSurplus());
        assertFalse(limiter.admits("192.0.2.1", Optional.empty(), NOW));
        assertEquals(4, limiter.takeSurplus());
    }

    @Test
    void anotherMinuteAdmitsAgain() {
        flood(RefusalLimiter.EVENTS_PER_MINUTE + 1);
        assertTrue(limiter.admits("192.0.2.1", Optional.empty(), NOW.plusSeconds(60)));
    }

    @Test
    void anAccountThatIsTriedFromManyAddressesFillsNothing() {
        Optional<UUID> account = Optional.of(UUID.randomUUID());
        for (int i = 0; i < RefusalLimiter.EVENTS_PER_MINUTE; i++) {
            assertTrue(limiter.admits("198.51.100." + i, account, NOW));
        }
        assertFalse(limiter.admits("203.0.113.1", account, NOW));
        assertTrue(limiter.admits("203.0.113.2", Optional.of(UUID.randomUUID()), NOW));
        assertEquals(1, limiter.takeSurplus());
    }

    private void flood(int refusals) {
        for (int i = 0; i < refusals; i++) {
            limiter.admits("192.0.2.1", Optional.empty(), NOW);
        }
    }
}
