package org.sekisho.domain.assurance.calendar;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sekisho.domain.assurance.calendar.ICalendar.Event;

class ICalendarTest {

    private static final Instant CREATED = Instant.parse("2026-06-01T00:00:00.123456Z");

    @Test
    void anEventIsWrittenAsTheRfcLaysItOut() {
        Event due = new Event(
                "report-due-1@sekisho",
                CREATED,
                Optional.of(Instant.parse("2026-07-02T03:04:05.9Z")),
                3,
                LocalDate.of(2026, 12, 31),
                "AUD-2026-Q3: report due",
                "https://portal.example/audit?id=1",
                List.of(Instant.parse("2026-12-23T00:00:00Z"), Instant.parse("2026-12-30T00:00:00Z")));
        String expected =
                """
                BEGIN:VCALENDAR
                VERSION:2.0
                PRODID:-//Sekisho//audit-calendar//EN
                CALSCALE:GREGORIAN
                NAME;LANGUAGE=en:Sekisho\\, audits
                X-WR-CALNAME:Sekisho\\, audits
                REFRESH-INTERVAL;VALUE=DURATION:PT1H
                X-PUBLISHED-TTL:PT1H
                BEGIN:VEVENT
                UID:report-due-1@sekisho
                DTSTAMP:20260702T030405Z
                LAST-MODIFIED:20260702T030405Z
                SEQUENCE:3
                DTSTART;VALUE=DATE:20261231
                DTEND;VALUE=DATE:20270101
                SUMMARY;LANGUAGE=en:AUD-2026-Q3: report due
                URL:https://portal.example/audit?id=1
                CLASS:PRIVATE
                TRANSP:TRANSPARENT
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER;VALUE=DATE-TIME:20261223T000000Z
                DESCRIPTION:AUD-2026-Q3: report due
                END:VALARM
                BEGIN:VALARM
                ACTION:DISPLAY
                TRIGGER;VALUE=DATE-TIME:20261230T000000Z
                DESCRIPTION:AUD-2026-Q3: report due
                END:VALARM
                END:VEVENT
                END:VCALENDAR
                """;
        assertEquals(
                expected.replace("\n", "\r\n"), utf8(ICalendar.of("Sekisho, audits", Locale.ENGLISH, List.of(due))));
    }

    @Test
    void withoutAKnownChangeTheStampIsWhenItCameToBeAndNothingElseIsClaimed() {
        String written = utf8(ICalendar.of("n", Locale.JAPANESE, List.of(event("期限"))));
        assertTrue(written.contains("\r\nDTSTAMP:20260601T000000Z\r\nSEQUENCE:0\r\n"), written);
        assertTrue(written.contains("\r\nSUMMARY;LANGUAGE=ja:期限\r\n"), written);
        assertFalse(written.contains("LAST-MODIFIED"), written);
    }

    @Test
    void theSameEventsGiveTheSameBytes() {
        assertArrayEquals(
                ICalendar.of("n", Locale.ENGLISH, List.of(event("a"), event("b"))),
                ICalendar.of("n", Locale.ENGLISH, List.of(event("a"), event("b"))));
    }

    @Test
    void aCalendarWithoutEventsHasAComponentStill() {
        String written = utf8(ICalendar.of("n", Locale.ENGLISH, List.of()));
        assertTrue(written.contains("\r\nBEGIN:VTIMEZONE\r\nTZID:Asia/Tokyo\r\n"), written);
        assertFalse(written.contains("VEVENT"), written);
    }

    @Test
    void whatHasAMeaningInAValueIsEscaped() {
        assertEquals("a\\\\b\\;c\\,d\\ne:\"f\"", ICalendar.text("a\\b;c,d\ne:\"f\""));
        assertEquals("one\\ntwo\\nthree", ICalendar.text("one\r\ntwo\rthree"));
        assertEquals("ab\tc", ICalendar.text("a\u0000b\tc\u007f\u001b"));
        assertEquals("監査報告書、期限", ICalendar.text("監査報告書、期限"));
        assertEquals("𠮷", ICalendar.text("𠮷"));
    }

    @Test
    void nothingInATextBeginsALineOfItsOwn() {
        String written = utf8(ICalendar.of("n", Locale.ENGLISH, List.of(event("x\r\nEND:VEVENT\rBEGIN:VALARM"))));
        assertEquals(
                1, Stream.of(written.split("\r\n")).filter("END:VEVENT"::equals).count());
        assertFalse(Stream.of(written.split("\r\n")).anyMatch("BEGIN:VALARM"::equals), written);
    }

    @Test
    void aLineIsFoldedAfterSeventyFiveOctetsAndNotBefore() {
        assertEquals("x".repeat(75) + "\r\n", utf8(ICalendar.folded("x".repeat(75))));
        assertEquals("x".repeat(75) + "\r\n x\r\n", utf8(ICalendar.folded("x".repeat(76))));
        assertEquals("x".repeat(75) + "\r\n " + "x".repeat(74) + "\r\n x\r\n", utf8(ICalendar.folded("x".repeat(150))));
        assertEquals("関".repeat(25) + "\r\n " + "関".repeat(24) + "\r\n 関\r\n", utf8(ICalendar.folded("関".repeat(50))));
    }

    static Stream<String> lines() {
        Stream<String> chosen = Stream.of(
                "",
                "SUMMARY:" + "監査".repeat(60),
                "SUMMARY;LANGUAGE=ja:AUD-2026-Q3：報告書の期限（監査は完了済み）" + "か".repeat(50),
                "x" + "𠮷".repeat(80),
                " ".repeat(200),
                "é".repeat(38) + "x");
        Random random = new Random(5545);
        Stream<String> others = Stream.generate(() -> words(random)).limit(500);
        return Stream.concat(chosen, others);
    }

    private static String words(Random random) {
        int[] alphabet = {'a', ' ', ':', 'é', '関', 'か', 0x20bb7, 0x1f4c5};
        return random.ints(random.nextInt(300), 0, alphabet.length)
                .map(each -> alphabet[each])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aFoldedLineIsShortEnoughWholeCharactersAndUnfoldsToItself(String line) throws CharacterCodingException {
        byte[] folded = ICalendar.folded(line);
        List<byte[]> physical = split(folded);
        for (byte[] each : physical) {
            assertTrue(each.length <= ICalendar.MOST_OCTETS, () -> each.length + " octets in " + utf8(folded));
            StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(each));
        }
        assertEquals(line + "\r\n", utf8(folded).replace("\r\n ", ""));
        int most = (line.getBytes(StandardCharsets.UTF_8).length + 70) / 71;
        assertTrue(physical.size() <= Math.max(1, most), () -> "More lines than needed: " + utf8(folded));
    }

    /** The lines between CRLF; the last is empty and left out. */
    private static List<byte[]> split(byte[] bytes) {
        List<byte[]> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] == '\n') {
                assertEquals('\r', bytes[at - 1]);
                byte[] line = new byte[at - 1 - from];
                System.arraycopy(bytes, from, line, 0, line.length);
                lines.add(line);
                from = at + 1;
            }
        }
        assertEquals(bytes.length, from);
        return lines;
    }

    private static Event event(String summary) {
        return new Event(
                "u",
                CREATED,
                Optional.empty(),
                0,
                LocalDate.of(2026, 12, 15),
                summary,
                "https://p.example/",
                List.of());
    }

    private static String utf8(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
