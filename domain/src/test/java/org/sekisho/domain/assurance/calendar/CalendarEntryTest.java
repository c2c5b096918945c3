package org.sekisho.domain.assurance.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.calendar.CalendarEntry.Kind;

class CalendarEntryTest {

    private static final UUID THING = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    @Test
    void theSameDayOfTheSameThingKeepsItsNameWhateverChanges() {
        CalendarEntry before = entry(Kind.REPORT_DUE, "2026-12-15", false, 1);
        CalendarEntry after = entry(Kind.REPORT_DUE, "2027-01-15", true, 7);
        assertEquals("report-due-01890a5d-ac96-774b-bcce-b302099a8057@sekisho", before.uid());
        assertEquals(before.uid(), after.uid());
        assertNotEquals(
                before.uid(), entry(Kind.PERIOD_END, "2026-12-15", false, 1).uid());
    }

    private static CalendarEntry entry(Kind kind, String day, boolean closed, int version) {
        return new CalendarEntry(
                kind,
                THING,
                "AUD-1",
                OptionalInt.empty(),
                closed,
                LocalDate.parse(day),
                Instant.EPOCH,
                Optional.empty(),
                version);
    }
}
