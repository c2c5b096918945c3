package org.sekisho.domain.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sekisho.domain.shared.Days;

/** When people are reminded ahead of a day, and of an hour. */
class RemindersTest {

    private static final Instant LONG_BEFORE = Instant.parse("2026-10-01T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-12-11, 2026-12-04, 2026-12-10",
        // Monday: the last day to reach somebody is Friday
        "2026-12-14, 2026-12-07, 2026-12-11",
        // the first business day after New Year
        "2027-01-04, 2026-12-24, 2026-12-30",
        // in Golden Week, on a day that doesn't count itself
        "2027-05-04, 2027-04-23, 2027-04-30"
    })
    void ofADayPeopleAreRemindedFiveBusinessDaysAheadAndOneThenWhenItHasEnded(
            LocalDate due, LocalDate first, LocalDate second) {
        Instant end = Days.endOf(due);
        assertEquals(List.of(nine(first), nine(second), end), told(end));
        assertEquals(List.of(nine(first), nine(second), end.minusSeconds(1)), told(end.minusSeconds(1)));
    }

    @Test
    void ofAnHourPeopleAreRemindedADayAheadOnHolidaysToo() {
        Instant due = Instant.parse("2027-01-02T05:00:00Z");
        assertEquals(List.of(Instant.parse("2027-01-01T05:00:00Z"), due), told(due));
    }

    @Test
    void whatArisesTooLateForAReminderGetsTheNextOne() {
        Instant end = Days.endOf(LocalDate.of(2026, 12, 11));
        assertEquals(
                Optional.of(nine(LocalDate.of(2026, 12, 10))), Reminders.next(end, nine(LocalDate.of(2026, 12, 4))));
    }

    @Test
    void whoCouldNotBeToldForAWhileIsToldOnce() {
        Instant end = Days.endOf(LocalDate.of(2026, 12, 11));
        Notice overdue = notice(end).told(LONG_BEFORE);
        assertEquals(Optional.of(nine(LocalDate.of(2026, 12, 4))), overdue.tellAt());
        assertEquals(
                Optional.of(end),
                overdue.told(nine(LocalDate.of(2026, 12, 10)).plusSeconds(60)).tellAt());
    }

    @Test
    void aDayThatWasMovedIsRemindedOfAnew() {
        Instant end = Days.endOf(LocalDate.of(2026, 12, 11));
        Instant last = nine(LocalDate.of(2026, 12, 10));
        Notice reminded = notice(end).told(LONG_BEFORE).told(last);
        assertEquals(
                Optional.of(nine(LocalDate.of(2026, 12, 14))),
                reminded.moved(Optional.of(Days.endOf(LocalDate.of(2026, 12, 21))), last)
                        .tellAt());
        assertEquals(
                Optional.of(LONG_BEFORE),
                notice(end)
                        .told(LONG_BEFORE)
                        .moved(Optional.of(Days.endOf(LocalDate.of(2026, 10, 5))), LONG_BEFORE)
                        .tellAt());
    }

    /** Each time somebody is told of what was known long before. */
    private static List<Instant> told(Instant due) {
        List<Instant> told = new ArrayList<>();
        for (Optional<Instant> next = Reminders.next(due, LONG_BEFORE);
                next.isPresent();
                next = Reminders.next(due, next.get())) {
            told.add(next.get());
        }
        return told;
    }

    private static Notice notice(Instant due) {
        return Notice.fresh(
                new UUID(0, 1), "AuditQueue", "queue.audit-answer request:1", Optional.of(due), LONG_BEFORE);
    }

    private static Instant nine(LocalDate day) {
        return Days.startOf(day).plusSeconds(9 * 3600L);
    }
}
