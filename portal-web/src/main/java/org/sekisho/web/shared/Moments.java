package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.Phrases;
import org.sekisho.web.text.Words;

/** Times and days as people read them: Japan's time, with UTC beside it where parties abroad read along. */
@Named("moments")
@RequestScoped
public class Moments {

    @Inject
    private Me me;

    @Inject
    private Clock clock;

    /** Now, for the page's clocks. */
    public String getNow() {
        return clock.instant().toString();
    }

    /** "24 Nov 2026, 14:05 JST". */
    public String time(Instant instant) {
        return format("moment.time", instant) + " JST";
    }

    /** "24 Nov 2026, 14:05 JST · 05:05 UTC". */
    public String timeWithUtc(Instant instant) {
        return time(instant) + " · " + utc(instant);
    }

    private static String utc(Instant instant) {
        return DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT)
                        .withZone(ZoneOffset.UTC)
                        .format(instant)
                + " UTC";
    }

    /** "24 Nov 2026". */
    public String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(phrases().text("moment.day"), me.getLocale())
                .format(day);
    }

    /** "1 Jul 2026 – 30 Sep 2026". */
    public String between(LocalDate first, LocalDate last) {
        return phrases().text("moment.between", Map.of("first", day(first), "last", day(last)));
    }

    /** "today, 14:05", "yesterday, 18:12", "27 May 2026": when something was last seen. */
    public String past(Instant instant) {
        LocalDate day = Days.of(instant);
        if (day.equals(getToday())) {
            return format("moment.today", instant);
        }
        return day.equals(getToday().minusDays(1)) ? format("moment.yesterday", instant) : day(day);
    }

    /** "Tuesday 24 November 2026, 14:05 JST · 05:05 UTC". */
    public String longTime(Instant instant) {
        return format("moment.long-time", instant) + " JST · " + utc(instant);
    }

    public LocalDate getToday() {
        return Days.of(clock.instant());
    }

    /** "in 5 h", "2 d overdue": the largest two units. */
    public String relative(Instant due) {
        long minutes = Math.floorDiv(Duration.between(clock.instant(), due).toSeconds() + 59, 60);
        String amount = amount(Math.abs(minutes));
        return phrases().text(minutes < 0 ? "moment.overdue" : "moment.left", Map.of("amount", amount));
    }

    private String amount(long minutes) {
        long days = minutes / 1440;
        long hours = minutes % 1440 / 60;
        Phrases phrases = phrases();
        String join = phrases.text("moment.join").replace("_", " ");
        if (days > 0) {
            String first = phrases.text("moment.days", Map.of("count", days));
            return hours == 0 || days > 1 ? first : first + join + phrases.text("moment.hours", Map.of("count", hours));
        }
        if (hours > 0) {
            String first = phrases.text("moment.hours", Map.of("count", hours));
            long rest = minutes % 60;
            return rest == 0 ? first : first + join + phrases.text("moment.minutes", Map.of("count", rest));
        }
        return phrases.text("moment.minutes", Map.of("count", minutes));
    }

    private String format(String key, Instant instant) {
        return DateTimeFormatter.ofPattern(phrases().text(key), me.getLocale())
                .withZone(Days.ZONE)
                .format(instant);
    }

    private Phrases phrases() {
        return Words.in(me.getLocale());
    }
}
