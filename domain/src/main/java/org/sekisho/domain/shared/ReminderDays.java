package org.sekisho.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** On which mornings people are reminded of what is due on a day: by mail, and by their calendars. It is work for office hours. */
public final class ReminderDays {

    /** A week to do it in, and the last day on which somebody can still be reached. */
    static final List<Integer> BUSINESS_DAYS_AHEAD = List.of(5, 1);

    private static final LocalTime MORNING = LocalTime.of(9, 0);
    private static final Holidays HOLIDAYS = BankHolidays.ofJapan();

    private ReminderDays() {}

    /**
     * The mornings, the earliest first.
     *
     * @param last the day on which it is due
     */
    public static List<Instant> before(LocalDate last) {
        return BUSINESS_DAYS_AHEAD.stream()
                .map(days -> HOLIDAYS.businessDaysBefore(last, days))
                .map(day -> day.atTime(MORNING).atZone(Days.ZONE).toInstant())
                .toList();
    }
}
