package org.sekisho.domain.assurance.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.sekisho.domain.shared.ReminderDays;

/**
 * A day in the audit calendar. It holds numbers and no words, so that nothing but these can reach another program.
 *
 * @param thing the engagement, or the request, finding or corrective action
 * @param number of the engagement
 * @param request the number in it of the request, finding or corrective action, where it is one
 * @param closed whether the engagement is closed, so that nothing is due any more
 * @param created when the thing came to be
 * @param changed when it changed last, where that is known
 * @param version of the thing, rising with each change
 */
public record CalendarEntry(
        Kind kind,
        UUID thing,
        String number,
        OptionalInt request,
        boolean closed,
        LocalDate day,
        Instant created,
        Optional<Instant> changed,
        int version) {

    /** What is on the day. */
    public enum Kind {
        /** The last day of the period that an engagement looks at. */
        PERIOD_END,
        /** The last day on which an engagement's report is in time. */
        REPORT_DUE,
        /** The last day on which a request is answered in time. */
        REQUEST_DUE,
        /** The last day on which the facts of a finding are checked in time. */
        FACTS_DUE,
        /** The last day on which management responds to a finding in time. */
        RESPONSE_DUE,
        /** The last day on which a corrective action, or what has to replace it, is done in time. */
        ACTION_DUE
    }

    /**
     * When calendars remind of it: as mails do, and not of what was so near already when it came to be. Nothing has to be done on the day a
     * period ends, nor once an engagement is closed.
     */
    public List<Instant> reminders() {
        return kind == Kind.PERIOD_END || closed
                ? List.of()
                : ReminderDays.before(day).stream().filter(created::isBefore).toList();
    }

    /** The same for the same day of the same thing for ever, whatever becomes of it (RFC 5545, section 3.8.4.7). */
    public String uid() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', '-') + "-" + thing + "@sekisho";
    }
}
