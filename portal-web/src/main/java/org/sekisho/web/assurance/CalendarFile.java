package org.sekisho.web.assurance;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.sekisho.domain.assurance.calendar.CalendarEntry;
import org.sekisho.domain.assurance.calendar.ICalendar;
import org.sekisho.domain.assurance.calendar.ICalendar.Event;
import org.sekisho.ejb.assurance.CalendarReading;
import org.sekisho.ejb.shared.Phrases;
import org.sekisho.web.text.Words;

/**
 * What a calendar program is given: for each day a number, what is due, and where to read on. It leaves the portal for a machine that
 * nobody here knows, so no title, no organisation and nothing of a request's content is in it.
 */
final class CalendarFile {

    private final URI portal;

    /** @param portal where people reach the portal */
    CalendarFile(URI portal) {
        this.portal = portal;
    }

    /** The calendar in its reader's language. */
    byte[] of(CalendarReading reading) {
        Phrases words = Words.in(reading.language());
        return ICalendar.of(
                words.text("calendar-feed.name"),
                words.locale(),
                reading.entries().stream().map(entry -> event(entry, words)).toList());
    }

    private Event event(CalendarEntry entry, Phrases words) {
        return new Event(
                entry.uid(),
                entry.created(),
                entry.changed(),
                entry.version(),
                entry.day(),
                summary(entry, words),
                portal + path(entry),
                entry.reminders());
    }

    private static String summary(CalendarEntry entry, Phrases words) {
        Map<String, Object> values = new HashMap<>(Map.of("number", entry.number()));
        entry.request().ifPresent(request -> values.put("request", request));
        return words.text(key(entry), values);
    }

    private static String key(CalendarEntry entry) {
        return switch (entry.kind()) {
            case PERIOD_END -> "calendar-feed.period-end";
            case REPORT_DUE -> entry.closed() ? "calendar-feed.report-closed" : "calendar-feed.report-due";
            case REQUEST_DUE -> "calendar-feed.request-due";
            case FACTS_DUE -> "calendar-feed.facts-due";
            case RESPONSE_DUE -> "calendar-feed.response-due";
            case ACTION_DUE -> "calendar-feed.action-due";
        };
    }

    private static String path(CalendarEntry entry) {
        return switch (entry.kind()) {
            case PERIOD_END, REPORT_DUE -> "/audit?id=" + entry.thing();
            case REQUEST_DUE -> "/audit-request?id=" + entry.thing();
            case FACTS_DUE, RESPONSE_DUE -> "/audit-finding?id=" + entry.thing();
            case ACTION_DUE -> "/corrective-action?id=" + entry.thing();
        };
    }
}
