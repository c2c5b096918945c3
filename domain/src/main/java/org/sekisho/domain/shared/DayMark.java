package org.sekisho.domain.shared;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What whoever chooses a day should know of it: that banks are closed, or that it is a protected day, on which they have more to settle
 * than on others. Where a protected day falls on a day on which banks are closed, the business day before it is the protected one.
 */
public enum DayMark {
    WEEKEND,
    /** A weekday on which banks are closed. */
    HOLIDAY,
    /** The last day of March or September: fiscal years begin in April. */
    HALF_YEAR_END,
    /** The last day of June or December. */
    QUARTER_END,
    /** The last day of another month. */
    MONTH_END,
    /** A day that divides by five, on which companies pay and are paid. */
    DIVIDES_BY_FIVE,
    /** Public pensions are paid on the 15th of every second month. */
    PENSION;

    private static final int PENSION_DAY = 15;

    /** Whether it makes a day a protected one. */
    public boolean isProtected() {
        return this != WEEKEND && this != HOLIDAY;
    }

    /** What is to be known of a day; of most days nothing. */
    public static Set<DayMark> of(LocalDate day, Holidays holidays) {
        if (day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY) {
            return Set.of(WEEKEND);
        }
        if (holidays.isHoliday(day)) {
            return Set.of(HOLIDAY);
        }
        Set<DayMark> marks = EnumSet.noneOf(DayMark.class);
        LocalDate named = day;
        do {
            mark(named, marks);
            named = named.plusDays(1);
        } while (!holidays.isBusinessDay(named));
        return Collections.unmodifiableSet(marks);
    }

    private static void mark(LocalDate named, Set<DayMark> marks) {
        if (named.equals(YearMonth.from(named).atEndOfMonth())) {
            marks.add(endOf(named.getMonth()));
        }
        if (named.getDayOfMonth() % 5 == 0) {
            marks.add(DIVIDES_BY_FIVE);
        }
        if (named.getDayOfMonth() == PENSION_DAY && named.getMonthValue() % 2 == 0) {
            marks.add(PENSION);
        }
    }

    private static DayMark endOf(Month month) {
        return switch (month) {
            case MARCH, SEPTEMBER -> HALF_YEAR_END;
            case JUNE, DECEMBER -> QUARTER_END;
            case JANUARY, FEBRUARY, APRIL, MAY, JULY, AUGUST, OCTOBER, NOVEMBER -> MONTH_END;
        };
    }
}
