package org.sekisho.web.shared;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Days;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Reads what addresses and forms send as text. What can't be read is refused as the use cases would refuse it. */
public final class FormValues {

    private FormValues() {}

    /**
     * The identifier in the address.
     *
     * @throws Refusal with {@link SharedError#NOT_FOUND} when there is none: such a page doesn't exist
     */
    public static UUID requireId(HttpServletRequest request, String name) {
        return id(request.getParameter(name)).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /** The identifier, where the text is one. */
    public static Optional<UUID> id(@Nullable String text) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isBlank()).map(UUID::fromString);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /** The identifier that was chosen in a field. */
    public static UUID requireChosen(@Nullable String text, String field) {
        return id(text).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", field));
    }

    /** A day as the browser's field for days sends it. */
    public static Optional<LocalDate> day(@Nullable String text, String field) {
        try {
            return Optional.ofNullable(text).filter(given -> !given.isBlank()).map(LocalDate::parse);
        } catch (DateTimeParseException malformed) {
            throw new Refusal(SharedError.MALFORMED, Map.of("field", field));
        }
    }

    /** A day that must be there. */
    public static LocalDate requireDay(@Nullable String text, String field) {
        return day(text, field).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", field));
    }

    /** A moment of Japan's time that a day and a time say. */
    public static Instant requireMoment(@Nullable String day, @Nullable String time) {
        return requireMoment(day, time, Days.ZONE);
    }

    /** A moment in a zone as the fields {@code day} and {@code time} send it. */
    public static Instant requireMoment(@Nullable String day, @Nullable String time, ZoneId zone) {
        try {
            return requireDay(day, "day")
                    .atTime(LocalTime.parse(text(time)))
                    .atZone(zone)
                    .toInstant();
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", "time");
        }
    }

    /** The constant that was chosen in a field. */
    public static <E extends Enum<E>> E requireChoice(@Nullable String text, Class<E> kind, String field) {
        for (E each : kind.getEnumConstants()) {
            if (each.name().equals(text)) {
                return each;
            }
        }
        throw Refusal.of(SharedError.REQUIRED, "field", field);
    }

    /** Text that must be there, without blanks around it. */
    public static String requireText(@Nullable String text, String field) {
        if (text == null || text.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        return text.strip();
    }

    /** Text, empty where the form sent none. */
    public static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
