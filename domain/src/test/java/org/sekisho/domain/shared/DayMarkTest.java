package org.sekisho.domain.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DayMarkTest {

    @ParameterizedTest
    @CsvSource({
        "2026-12-02, ''",
        "2026-12-05, WEEKEND",
        "2026-11-23, HOLIDAY",
        "2026-12-31, HOLIDAY",
        "2026-12-04, DIVIDES_BY_FIVE", // the 5th is a Saturday
        "2026-12-10, DIVIDES_BY_FIVE",
        "2026-12-25, DIVIDES_BY_FIVE",
        "2026-12-15, DIVIDES_BY_FIVE PENSION",
        "2027-01-15, DIVIDES_BY_FIVE", // pensions are paid in even months
        "2026-08-14, DIVIDES_BY_FIVE PENSION", // the 15th is a Saturday
        "2026-12-30, QUARTER_END DIVIDES_BY_FIVE", // the 31st is closed, as it is every year
        "2026-09-30, HALF_YEAR_END DIVIDES_BY_FIVE",
        "2027-03-31, HALF_YEAR_END",
        "2027-01-29, MONTH_END DIVIDES_BY_FIVE", // the 30th and 31st are a weekend
        "2027-02-26, MONTH_END", // the 28th is a Sunday, and there is no 30th
        "2027-04-30, MONTH_END DIVIDES_BY_FIVE",
        "2027-05-06, ''" // what fell into Golden Week came before it
    })
    void aDayIsMarked(LocalDate day, String marks) {
        Set<DayMark> expected = Arrays.stream(marks.split(" "))
                .filter(mark -> !mark.isEmpty())
                .map(DayMark::valueOf)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, new TreeSet<>(DayMark.of(day, BankHolidays.ofJapan())));
    }

    /** None gets lost, and none is doubled. */
    @Test
    void everyMonthHasOneEndAndEverySecondAPensionDay() {
        LocalDate first = LocalDate.of(2027, 1, 1);
        assertEquals(
                12,
                first.datesUntil(first.plusYears(1)).filter(DayMarkTest::isEnd).count());
        assertEquals(
                6,
                first.datesUntil(first.plusYears(1))
                        .filter(day -> DayMark.of(day, BankHolidays.ofJapan()).contains(DayMark.PENSION))
                        .count());
    }

    @Test
    void aClosedDayIsNoProtectedOne() {
        assertFalse(DayMark.WEEKEND.isProtected());
        assertFalse(DayMark.HOLIDAY.isProtected());
        assertTrue(DayMark.PENSION.isProtected());
    }

    private static boolean isEnd(LocalDate day) {
        Set<DayMark> marks = DayMark.of(day, BankHolidays.ofJapan());
        return marks.contains(DayMark.HALF_YEAR_END)
                || marks.contains(DayMark.QUARTER_END)
                || marks.contains(DayMark.MONTH_END);
    }
}
