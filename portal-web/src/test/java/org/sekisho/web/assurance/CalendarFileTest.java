package org.sekisho.web.assurance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.assurance.calendar.CalendarEntry;
import org.sekisho.domain.assurance.calendar.CalendarEntry.Kind;
import org.sekisho.ejb.assurance.CalendarReading;

class CalendarFileTest {

    private static final UUID THING = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private final CalendarFile file = new CalendarFile(URI.create("https://portal.example"));

    @Test
    void eachDaySaysItsNumberAndWhatIsDue() {
        assertEquals(
                List.of(
                        "SUMMARY;LANGUAGE=en:AUD-2026-Q3: audited period ends",
                        "SUMMARY;LANGUAGE=en:AUD-2026-Q3: report due",
                        "SUMMARY;LANGUAGE=en:AUD-2026-Q3: report due (audit closed)",
                        "SUMMARY;LANGUAGE=en:AUD-2026-Q3: answer to request 17 due"),
                lines(Locale.ENGLISH, "SUMMARY"));
        assertEquals(
                List.of(
                        "SUMMARY;LANGUAGE=ja:AUD-2026-Q3：対象期間の末日",
                        "SUMMARY;LANGUAGE=ja:AUD-2026-Q3：報告書の期限",
                        "SUMMARY;LANGUAGE=ja:AUD-2026-Q3：報告書の期限（監査は完了済み）",
                        "SUMMARY;LANGUAGE=ja:AUD-2026-Q3：依頼17の回答期限"),
                lines(Locale.JAPANESE, "SUMMARY"));
    }

    @Test
    void eachDayLeadsToWhereItIsReadOn() {
        assertEquals(
                List.of(
                        "URL:https://portal.example/audit?id=" + THING,
                        "URL:https://portal.example/audit?id=" + THING,
                        "URL:https://portal.example/audit?id=" + THING,
                        "URL:https://portal.example/audit-request?id=" + THING),
                lines(Locale.ENGLISH, "URL"));
    }

    @Test
    void ofWhatIsDueProgramsRemindInTheReadersLanguage() {
        assertEquals(4, lines(Locale.ENGLISH, "TRIGGER;VALUE=DATE-TIME:").size());
        assertEquals(
                List.of(
                        "DESCRIPTION:AUD-2026-Q3：報告書の期限",
                        "DESCRIPTION:AUD-2026-Q3：報告書の期限",
                        "DESCRIPTION:AUD-2026-Q3：依頼17の回答期限",
                        "DESCRIPTION:AUD-2026-Q3：依頼17の回答期限"),
                lines(Locale.JAPANESE, "DESCRIPTION:"));
    }

    @Test
    void everyLineOfAJapaneseCalendarIsShortEnough() {
        for (String line : written(Locale.JAPANESE).split("\r\n")) {
            assertTrue(line.getBytes(StandardCharsets.UTF_8).length <= 75, line);
        }
    }

    private List<String> lines(Locale language, String property) {
        return Stream.of(written(language).replace("\r\n ", "").split("\r\n"))
                .filter(line -> line.startsWith(property))
                .toList();
    }

    private String written(Locale language) {
        List<CalendarEntry> entries = List.of(
                entry(Kind.PERIOD_END, OptionalInt.empty(), false),
                entry(Kind.REPORT_DUE, OptionalInt.empty(), false),
                entry(Kind.REPORT_DUE, OptionalInt.empty(), true),
                entry(Kind.REQUEST_DUE, OptionalInt.of(17), false));
        return new String(file.of(new CalendarReading(language, entries)), StandardCharsets.UTF_8);
    }

    private static CalendarEntry entry(Kind kind, OptionalInt request, boolean closed) {
        return new CalendarEntry(
                kind,
                THING,
                "AUD-2026-Q3",
                request,
                closed,
                LocalDate.of(2026, 9, 30),
                Instant.parse("2026-06-01T00:00:00Z"),
                Optional.empty(),
                1);
    }
}
