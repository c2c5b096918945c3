package org.sekisho.domain.assurance.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.calendar.CalendarEntry.Kind;
import org.sekisho.domain.shared.ReminderDays;

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

    @Test
    void calendarsRemindOnTheMorningsOnWhichMailsDo() {
        assertEquals(
                List.of(Instant.parse("2026-12-24T00:00:00Z"), Instant.parse("2026-12-30T00:00:00Z")),
                entry(Kind.REPORT_DUE, "2027-01-04", false, 1).reminders());
        assertEquals(
                ReminderDays.before(LocalDate.parse("2026-12-15")),
                entry(Kind.ACTION_DUE, "2026-12-15", false, 1).reminders());
    }

    @Test
    void nobodyIsRemindedOfWhatNeedsNothing() {
        assertEquals(List.of(), entry(Kind.PERIOD_END, "2026-12-15", false, 1).reminders());
        assertEquals(List.of(), entry(Kind.REPORT_DUE, "2026-12-15", true, 1).reminders());
    }

    @Test
    void aMorningBeforeItCameToBeRemindsOfNothing() {
        CalendarEntry late = new CalendarEntry(
                Kind.REQUEST_DUE,
                THING,
                "AUD-1",
                OptionalInt.of(1),
                false,
                LocalDate.parse("2027-01-04"),
                Instant.parse("2026-12-25T00:00:00Z"),
                Optional.empty(),
                1);
        assertEquals(List.of(Instant.parse("2026-12-30T00:00:00Z")), late.reminders());
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
