package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BankHolidaysTest {

    private static final BankHolidays BANKS = BankHolidays.ofJapan();

    /** Announced by the Cabinet Office, and the days on which banks close beside them. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-02-24", // the Emperor's birthday fell on a Sunday
                "2026-03-20", // vernal equinox
                "2026-05-06", // Constitution Day fell on a Sunday, and the next two days are holidays themselves
                "2026-09-21", // Respect for the Aged
                "2026-09-22", // between two holidays
                "2026-09-23", // autumnal equinox
                "2026-12-31",
                "2027-01-01",
                "2027-03-22", // vernal equinox fell on a Sunday
                "2028-01-03"
            })
    void banksAreClosed(LocalDate day) {
        assertFalse(BANKS.isBusinessDay(day), day.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-05-01", "2026-05-07", "2026-08-14", "2026-12-23", "2026-12-30", "2027-01-04"})
    void banksAreOpen(LocalDate day) {
        assertTrue(BANKS.isBusinessDay(day), day.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-29T01:00:00Z, 1, 2026-12-30",
        "2026-12-29T01:00:00Z, 2, 2027-01-04", // past New Year, which is longer for banks than for others
        "2026-12-31T01:00:00Z, 1, 2027-01-04",
        "2026-04-28T01:00:00Z, 2, 2026-05-01",
        "2026-04-28T01:00:00Z, 3, 2026-05-07", // past the rest of Golden Week
        "2026-09-18T01:00:00Z, 1, 2026-09-24",
        // 15:30 in London is the next day in Tokyo
        "2026-12-29T15:30:00Z, 1, 2027-01-04"
    })
    void aClockStandsStillWhileBanksAreClosed(Instant start, int days, LocalDate last) {
        assertEquals(Days.endOf(last), BANKS.endOfBusinessDays(start, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2027-01-04, 1, 2026-12-30",
        "2027-01-04, 5, 2026-12-24",
        "2027-01-02, 1, 2026-12-30", // due on a day that doesn't count itself
        "2026-05-07, 1, 2026-05-01",
        "2026-12-11, 5, 2026-12-04"
    })
    void businessDaysAreCountedBackFromADayThatIsNotCountedItself(LocalDate day, int days, LocalDate before) {
        assertEquals(before, BANKS.businessDaysBefore(day, days));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-12-29, 2027-01-04, 2", // the 30th and the 4th
        "2026-12-29, 2027-01-03, 1",
        "2026-12-04, 2026-12-11, 5",
        "2026-12-04, 2026-12-04, 0",
        "2026-12-04, 2026-12-01, 0",
        "2026-12-04, 2027-12-04, 6" // nobody counts further
    })
    void businessDaysThatAreLeftAreCountedWithTheLastOfThem(LocalDate from, LocalDate last, int left) {
        assertEquals(left, BANKS.businessDaysUntil(from, last, 6));
    }

    @Test
    void beyondTheListOnlyWeekendsAndTheTurnOfTheYearAreKnown() {
        int beyond = BANKS.lastYear() + 1;
        assertEquals(2032, beyond);
        assertTrue(BANKS.isHoliday(LocalDate.of(beyond, 1, 2)));
        assertTrue(BANKS.isHoliday(LocalDate.of(beyond, 12, 31)));
        assertFalse(BANKS.isHoliday(LocalDate.of(beyond, 5, 3)));
        assertFalse(BANKS.isBusinessDay(LocalDate.of(beyond, 5, 1)), "a Saturday");
    }
}
