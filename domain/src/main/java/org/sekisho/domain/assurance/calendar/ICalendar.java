package org.sekisho.domain.assurance.calendar;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An iCalendar object (RFC 5545) of events that last a day. The same events give the same bytes. Lines are folded by octets (section
 * 3.1) and never within a character; the libraries at hand count characters, of which Japanese ones are three octets each.
 */
public final class ICalendar {

    public static final String MEDIA_TYPE = "text/calendar; charset=utf-8";

    /** The most octets in a line, its end not counted. */
    static final int MOST_OCTETS = 75;

    private static final String LINE_END = "\r\n";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int DELETE = 0x7f;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private ICalendar() {}

    /**
     * An event.
     *
     * @param uid the same whenever it is written
     * @param created stands as its time stamp where no change is known, so that the same calendar has the same bytes
     * @param changed when it changed last, where that is known
     * @param sequence rises with each change
     * @param day the whole of which it lasts
     * @param url where it is to be read on
     * @param reminders when a program that shows the calendar reminds of it
     */
    public record Event(
            String uid,
            Instant created,
            Optional<Instant> changed,
            int sequence,
            LocalDate day,
            String summary,
            String url,
            List<Instant> reminders) {

        public Event {
            reminders = List.copyOf(reminders);
        }
    }

    /**
     * A calendar.
     *
     * @param name what programs call it
     * @param language of the name and of the summaries
     */
    public static byte[] of(String name, Locale language, List<Event> events) {
        ICalendar calendar = new ICalendar();
        calendar.line("BEGIN", "VCALENDAR");
        calendar.line("VERSION", "2.0");
        calendar.line("PRODID", "-//Sekisho//audit-calendar//EN");
        calendar.line("CALSCALE", "GREGORIAN");
        // RFC 7986; and what programs understood before it.
        calendar.line("NAME;LANGUAGE=" + language.toLanguageTag(), text(name));
        calendar.line("X-WR-CALNAME", text(name));
        calendar.line("REFRESH-INTERVAL;VALUE=DURATION", "PT1H");
        calendar.line("X-PUBLISHED-TTL", "PT1H");
        if (events.isEmpty()) {
            calendar.zone();
        }
        events.forEach(event -> calendar.event(event, language));
        calendar.line("END", "VCALENDAR");
        return calendar.out.toByteArray();
    }

    /** A calendar has one component at least (section 3.6); without events it is the time zone of its days. */
    private void zone() {
        line("BEGIN", "VTIMEZONE");
        line("TZID", "Asia/Tokyo");
        line("BEGIN", "STANDARD");
        line("DTSTART", "19700101T000000");
        line("TZOFFSETFROM", "+0900");
        line("TZOFFSETTO", "+0900");
        line("END", "STANDARD");
        line("END", "VTIMEZONE");
    }

    private void event(Event event, Locale language) {
        line("BEGIN", "VEVENT");
        line("UID", text(event.uid()));
        // Without a method it says when the event was revised last (section 3.8.7.2), and not when it is written.
        line("DTSTAMP", TIME.format(event.changed().orElse(event.created())));
        event.changed().ifPresent(changed -> line("LAST-MODIFIED", TIME.format(changed)));
        line("SEQUENCE", String.valueOf(event.sequence()));
        line("DTSTART;VALUE=DATE", DAY.format(event.day()));
        line("DTEND;VALUE=DATE", DAY.format(event.day().plusDays(1)));
        line("SUMMARY;LANGUAGE=" + language.toLanguageTag(), text(event.summary()));
        line("URL", event.url());
        line("CLASS", "PRIVATE");
        // Something due takes up nobody's day.
        line("TRANSP", "TRANSPARENT");
        event.reminders().forEach(at -> alarm(event, at));
        line("END", "VEVENT");
    }

    /** At a moment: business days ahead of a day can't be said as a duration (section 3.8.6.3). */
    private void alarm(Event event, Instant at) {
        line("BEGIN", "VALARM");
        line("ACTION", "DISPLAY");
        line("TRIGGER;VALUE=DATE-TIME", TIME.format(at));
        line("DESCRIPTION", text(event.summary()));
        line("END", "VALARM");
    }

    /** A value of the type TEXT (section 3.3.11). Other control characters than the end of a line may not stand in one. */
    static String text(String value) {
        StringBuilder escaped = new StringBuilder();
        for (char each : value.replace("\r\n", "\n").replace('\r', '\n').toCharArray()) {
            switch (each) {
                case '\n' -> escaped.append("\\n");
                case '\\', ';', ',' -> escaped.append('\\').append(each);
                default -> escaped.append(isControl(each) ? "" : String.valueOf(each));
            }
        }
        return escaped.toString();
    }

    private static boolean isControl(char character) {
        return character != '\t' && (character < FIRST_PRINTABLE || character == DELETE);
    }

    private void line(String name, String value) {
        out.writeBytes(folded(name + ":" + value));
    }

    /** A content line with its end, folded: what follows begins with a space, which counts. */
    static byte[] folded(String line) {
        ByteArrayOutputStream folded = new ByteArrayOutputStream();
        int octets = 0;
        for (int each : line.codePoints().toArray()) {
            byte[] character = Character.toString(each).getBytes(StandardCharsets.UTF_8);
            if (octets + character.length > MOST_OCTETS) {
                folded.writeBytes((LINE_END + " ").getBytes(StandardCharsets.UTF_8));
                octets = 1;
            }
            folded.writeBytes(character);
            octets += character.length;
        }
        folded.writeBytes(LINE_END.getBytes(StandardCharsets.UTF_8));
        return folded.toByteArray();
    }
}
