package org.sekisho.domain.assurance.calendar;

import java.util.List;

/** The days of the audit calendar that the actor may see. */
public interface CalendarEntries {

    /** The most engagements, and the most requests, that one feed holds: those due last, which are those still to come. */
    int MOST = 2_000;

    /** For each engagement the end of its period and the day its report is due, and each request that waits for an answer; by day. */
    List<CalendarEntry> all();
}
