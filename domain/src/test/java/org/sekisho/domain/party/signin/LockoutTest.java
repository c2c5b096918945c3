package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sekisho.domain.party.PartyExamples.NOW;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LockoutTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 0",
        "4, 0",
        "5, 1",
        "6, 2",
        "7, 4",
        "8, 8",
        "9, 16",
        "10, 32",
        "11, 60",
        "12, 60",
        "2147483647, 60"
    })
    void waitsDoubleUpToAnHour(int failures, int minutes) {
        assertEquals(Duration.ofMinutes(minutes), Lockout.waitAfter(failures));
    }

    @Test
    void failuresAreForgottenAfterADay() {
        assertEquals(1, Lockout.failuresAfterOneMore(0, Optional.empty(), NOW));
        assertEquals(8, Lockout.failuresAfterOneMore(7, Optional.of(NOW.minus(Duration.ofHours(23))), NOW));
        assertEquals(1, Lockout.failuresAfterOneMore(7, Optional.of(NOW.minus(Duration.ofHours(24))), NOW));
    }
}
