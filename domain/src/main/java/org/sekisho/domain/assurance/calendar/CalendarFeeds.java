package org.sekisho.domain.assurance.calendar;

import java.util.Optional;
import java.util.UUID;

/** Keeps the addresses of feeds; everybody sees their own. What reads by an address comes in by the entrance. */
public interface CalendarFeeds {

    /** The address of the person for this organisation that wasn't revoked. */
    Optional<CalendarFeed> current(UUID person, UUID organisation);

    /** Adds one; whatever was revoked before stands revoked by then, for there is one at a time. */
    void add(CalendarFeed feed);
}
