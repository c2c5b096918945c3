package org.sekisho.ejb.assurance;

import java.util.List;
import java.util.Locale;
import org.sekisho.domain.assurance.calendar.CalendarEntry;

/**
 * What a calendar feed tells its reader.
 *
 * @param language the reader's
 */
public record CalendarReading(Locale language, List<CalendarEntry> entries) {

    public CalendarReading {
        entries = List.copyOf(entries);
    }
}
