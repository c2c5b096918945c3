package org.sekisho.domain.shared;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;

/** The days on which an organisation doesn't work beside Saturday and Sunday; clocks in business days leave them out. */
public interface Holidays {

    /** Nothing but weekends. */
    Holidays WEEKENDS_ONLY = day -> false;

    /** Whether nobody works on this day, whichever day of the week it is. */
    boolean isHoliday(LocalDate day);

    /** Whether the day counts. */
    default boolean isBusinessDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !isHoliday(day);
    }

    /**
     * When a clock in business days runs out: at the end of the last of them, in Tokyo. The day on which it started doesn't count, so
     * that nobody loses an evening's work to it.
     *
     * @param days at least 1
     */
    default Instant endOfBusinessDays(Instant start, int days) {
        LocalDate day = Days.of(start);
        for (int left = days; left > 0; ) {
            day = day.plusDays(1);
            if (isBusinessDay(day)) {
                left--;
            }
        }
        return Days.endOf(day);
    }

    /**
     * How many business days lie between two days, of which the last is counted and the first isn't; 0 when the last isn't the later.
     *
     * @param most beyond which nobody counts
     */
    default int businessDaysUntil(LocalDate from, LocalDate last, int most) {
        return (int) from.datesUntil(last.isAfter(from) ? last.plusDays(1) : from)
                .skip(1)
                .filter(this::isBusinessDay)
                .limit(most)
                .count();
    }

    /** The day itself where it counts, else the last one before that does. */
    default LocalDate onOrBefore(LocalDate day) {
        LocalDate counting = day;
        while (!isBusinessDay(counting)) {
            counting = counting.minusDays(1);
        }
        return counting;
    }

    /**
     * The day that lies so many business days before another, which needn't be one itself and isn't counted.
     *
     * @param days at least 1
     */
    default LocalDate businessDaysBefore(LocalDate day, int days) {
        LocalDate before = day;
        for (int left = days; left > 0; left--) {
            before = onOrBefore(before.minusDays(1));
        }
        return before;
    }
}
