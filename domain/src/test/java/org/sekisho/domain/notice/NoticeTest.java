package org.sekisho.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class NoticeTest {

    private static final Instant NOW = Instant.parse("2026-11-24T03:00:00Z");
    private static final Instant WEEK_LATER = NOW.plus(Duration.ofDays(7));
    private static final Instant REMINDER = WEEK_LATER.minus(Reminders.AHEAD);

    @Test
    void oneIsToldAtOnceThenADayBeforeThenAtTheEndAndNoMore() {
        Notice fresh = fresh(Optional.of(WEEK_LATER));
        assertTrue(fresh.isToBeTold(NOW));
        Notice once = fresh.told(NOW);
        assertEquals(Optional.of(REMINDER), once.tellAt());
        assertFalse(once.isToBeTold(REMINDER.minusSeconds(1)));
        assertTrue(once.isToBeTold(REMINDER));
        Notice twice = once.told(REMINDER);
        assertEquals(Optional.of(WEEK_LATER), twice.tellAt());
        assertEquals(Optional.empty(), twice.told(WEEK_LATER).tellAt());
    }

    @Test
    void whatHasNoClockIsToldOnce() {
        assertEquals(Optional.empty(), fresh(Optional.empty()).told(NOW).tellAt());
    }

    @Test
    void whatIsDueWithinADayNeedsNoReminder() {
        Instant soon = NOW.plus(Duration.ofHours(3));
        assertEquals(Optional.of(soon), fresh(Optional.of(soon)).told(NOW).tellAt());
    }

    @Test
    void whatIsOverdueIsToldOnce() {
        assertEquals(
                Optional.empty(),
                fresh(Optional.of(NOW.minusSeconds(1))).told(NOW).tellAt());
    }

    @Test
    void anExtendedClockIsRemindedOfAgain() {
        Notice over = fresh(Optional.of(WEEK_LATER)).told(REMINDER).told(WEEK_LATER);
        Instant extended = WEEK_LATER.plus(Duration.ofDays(7));
        assertEquals(
                Optional.of(extended.minus(Reminders.AHEAD)),
                over.moved(Optional.of(extended), WEEK_LATER).tellAt());
    }

    @Test
    void aClockThatNowLeavesLessTimeThanAnybodyWasToldOfIsToldAtOnce() {
        Notice known = fresh(Optional.of(WEEK_LATER)).told(NOW);
        Instant soon = NOW.plus(Duration.ofHours(3));
        assertEquals(Optional.of(NOW), known.moved(Optional.of(soon), NOW).tellAt());
        assertEquals(
                Optional.of(soon), known.moved(Optional.of(soon), NOW).told(NOW).tellAt());
        assertEquals(
                Optional.of(NOW),
                fresh(Optional.empty()).told(NOW).moved(Optional.of(soon), NOW).tellAt());
    }

    @Test
    void aClockMovedByLittleIsNotToldTwice() {
        Notice reminded = fresh(Optional.of(WEEK_LATER)).told(NOW).told(REMINDER);
        Instant sooner = WEEK_LATER.minusSeconds(60);
        assertEquals(
                Optional.of(sooner),
                reminded.moved(Optional.of(sooner), REMINDER).tellAt());
    }

    @Test
    void movingAClockDoesntTakeAwayWhatIsOwed() {
        Notice fresh = fresh(Optional.of(WEEK_LATER));
        assertEquals(
                Optional.of(NOW),
                fresh.moved(Optional.of(WEEK_LATER.plusSeconds(60)), NOW).tellAt());
        assertEquals(Optional.of(NOW), fresh.moved(Optional.empty(), NOW).tellAt());
    }

    private static Notice fresh(Optional<Instant> due) {
        return Notice.fresh(new UUID(0, 1), "RoleQueue", "queue.role role:1", due, NOW);
    }
}
