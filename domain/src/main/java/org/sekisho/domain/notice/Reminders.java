package org.sekisho.domain.notice;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.ReminderDays;

/**
 * When people are reminded of what waits. What is due on a day is work for office hours: they are reminded on mornings so many business
 * days ahead. A clock that ends at an hour runs at night and on holidays too: they are reminded a day ahead. Of either they are told
 * once more when its time has run out.
 */
final class Reminders {

    /** So long before a clock runs out that ends at an hour. */
    static final Duration AHEAD = Duration.ofHours(24);

    /** The last day of what is due on a day is shown as its last second, or ends with the first of the next. */
    private static final Duration A_MOMENT = Duration.ofSeconds(1);

    private Reminders() {}

    /** The next time at which somebody is told; empty when nothing is left to tell. */
    static Optional<Instant> next(Instant due, Instant now) {
        return all(due).filter(at -> at.isAfter(now)).min(Comparator.naturalOrder());
    }

    /** How often somebody would have been told by now, of what was known early enough. */
    static long told(Instant due, Instant now) {
        return all(due).filter(at -> !at.isAfter(now)).count();
    }

    private static Stream<Instant> all(Instant due) {
        return Stream.concat(ahead(due), Stream.of(due));
    }

    private static Stream<Instant> ahead(Instant due) {
        if (!beginsDay(due) && !beginsDay(due.plus(A_MOMENT))) {
            return Stream.of(due.minus(AHEAD));
        }
        LocalDate last = Days.of(due.minus(A_MOMENT));
        return ReminderDays.before(last).stream();
    }

    private static boolean beginsDay(Instant instant) {
        return Days.startOf(Days.of(instant)).equals(instant);
    }
}
