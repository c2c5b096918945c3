package org.sekisho.domain.shared;

import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Checks of single values that came from outside; each refuses with a code that names the field. */
public final class Checks {

    /** Control characters other than tab and line breaks, and the bidirectional controls that make a text look like another. */
    private static final Pattern UNSAFE =
            Pattern.compile("[\\p{Cc}\\p{Cs}&&[^\\t\\n\\r]]|[\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private Checks() {}

    /**
     * A text that must be there.
     *
     * @param limit the most characters (UTF-16 units) after white space at the ends is taken off
     * @return the text without white space at its ends
     */
    public static String requireText(@Nullable String value, String field, int limit) {
        if (value == null || value.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        String text = value.strip();
        if (text.length() > limit) {
            throw new Refusal(SharedError.TOO_LONG, Map.of("field", field, "limit", limit));
        }
        if (UNSAFE.matcher(text).find()) {
            throw Refusal.of(SharedError.MALFORMED, "field", field);
        }
        return text;
    }

    /** A text that may be missing: null and blank become the empty text. */
    public static String optionalText(@Nullable String value, String field, int limit) {
        return value == null || value.isBlank() ? "" : requireText(value, field, limit);
    }

    /** A value that must be there. */
    public static <T> T require(@Nullable T value, String field) {
        if (value == null) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        return value;
    }

    /** Refuses unless the condition holds. */
    public static void check(boolean holds, ErrorCode code) {
        if (!holds) {
            throw new Refusal(code);
        }
    }

    /** Refuses with parameters unless the condition holds. */
    public static void check(boolean holds, ErrorCode code, Map<String, ?> parameters) {
        if (!holds) {
            throw new Refusal(code, parameters);
        }
    }
}
