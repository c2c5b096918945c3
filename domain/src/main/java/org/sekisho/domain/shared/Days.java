package org.sekisho.domain.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** Days of the working group are days in Asia/Tokyo, and a period's last day belongs to it. */
public final class Days {

    /** The zone in which days are counted. */
    public static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");

    private Days() {}

    /** The day in Tokyo on which the instant falls. */
    public static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The instant at which the day begins in Tokyo. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    /** The first instant after the day: a term whose last day this is has ended then. */
    public static Instant endOf(LocalDate day) {
        return startOf(day.plusDays(1));
    }

    /** Whether the day lies in the period, both ends inclusive. */
    public static boolean within(LocalDate day, LocalDate first, LocalDate last) {
        return !day.isBefore(first) && !day.isAfter(last);
    }
}
