package org.sekisho.domain.agreement.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;

class UsageMeterTest {

    private static final Instant NOON = Days.startOf(Scenario.TODAY).plus(Duration.ofHours(12));

    private final UsageMeter meter = new UsageMeter(Scenario.AGREEMENT, NOON);

    @Test
    void newMeterStandsAtZero() {
        assertEquals(new UsageFacts(Scenario.TODAY, 0, 0), meter.usage(NOON));
    }

    @Test
    void usesAddUpWithinADayOfTokyo() {
        meter.count(1, 500, NOON);
        meter.count(2, 700, Days.endOf(Scenario.TODAY).minusNanos(1));
        assertEquals(new UsageFacts(Scenario.TODAY, 3, 1_200), meter.usage(NOON));
        assertEquals(new UsageFacts(Scenario.TODAY.plusDays(1), 0, 0), meter.usage(Days.endOf(Scenario.TODAY)));
        meter.count(1, 1, Days.endOf(Scenario.TODAY));
        assertEquals(new UsageFacts(Scenario.TODAY.plusDays(1), 1, 1), meter.usage(Days.endOf(Scenario.TODAY)));
    }

    @Test
    void clockPutBackDoesNotBeginAtZeroAgain() {
        meter.count(5, 50, NOON);
        Instant yesterday = NOON.minus(Duration.ofDays(1));
        assertEquals(new UsageFacts(Scenario.TODAY.minusDays(1), 5, 50), meter.usage(yesterday));
        meter.count(1, 1, yesterday);
        assertEquals(new UsageFacts(Scenario.TODAY, 6, 51), meter.usage(NOON));
    }

    @Test
    void nothingIsTakenOffTheMeter() {
        assertThrows(Refusal.class, () -> meter.count(-1, 0, NOON));
        assertThrows(Refusal.class, () -> meter.count(0, -1, NOON));
    }
}
