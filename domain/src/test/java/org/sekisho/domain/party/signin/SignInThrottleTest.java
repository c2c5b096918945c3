package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.sekisho.domain.party.PartyExamples.NOW;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.party.signin.SignInThrottle.Failures;
import org.sekisho.domain.party.signin.SignInThrottle.Tally;
import org.sekisho.domain.shared.Refusal;

class SignInThrottleTest {

    @ParameterizedTest
    @CsvSource({"0, 0, true", "99, 19, true", "100, 0, false", "0, 20, false", "100, 20, false"})
    void failuresAreCountedByAddressAndByAccount(int byAddress, int byAccount, boolean admitted) {
        Optional<Instant> oldest = Optional.of(NOW.minusSeconds(600));
        Failures failures = new Failures(new Tally(byAddress, oldest), new Tally(byAccount, oldest));
        if (admitted) {
            assertDoesNotThrow(() -> SignInThrottle.requireAdmitted(failures, NOW));
        } else {
            Refusal refusal =
                    assertRefused(AccountError.TOO_MANY_ATTEMPTS, () -> SignInThrottle.requireAdmitted(failures, NOW));
            assertEquals(300L, refusal.parameters().get("seconds"));
        }
    }

    @Test
    void whoeverIsRefusedByBothWaitsForTheLater() {
        Tally sooner = new Tally(100, Optional.of(NOW.minusSeconds(800)));
        Tally later = new Tally(20, Optional.of(NOW.minusSeconds(200)));
        assertEquals(Duration.ofSeconds(700), SignInThrottle.waitFor(new Failures(sooner, later), NOW));
    }

    @Test
    void theWaitIsNeverShorterThanASecond() {
        Tally none = new Tally(0, Optional.empty());
        Failures old = new Failures(new Tally(100, Optional.of(NOW.minus(SignInThrottle.WINDOW))), none);
        assertEquals(Duration.ofSeconds(1), SignInThrottle.waitFor(old, NOW));
        Failures undated = new Failures(new Tally(100, Optional.empty()), none);
        assertEquals(SignInThrottle.WINDOW, SignInThrottle.waitFor(undated, NOW));
    }

    @Test
    void oneAccountHasOneKeyHoweverItIsTyped() {
        assertArrayEquals(
                SignInThrottle.accountKey("analyst@aoba.example"), SignInThrottle.accountKey(" Analyst@AOBA.example "));
        assertFalse(Arrays.equals(SignInThrottle.accountKey("a"), SignInThrottle.accountKey("b")));
        assertEquals(32, SignInThrottle.accountKey("x".repeat(100_000)).length);
    }
}
