package org.sekisho.web.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Reads what a form sent; what is missing or malformed is refused with the name of its field. */
final class FormValues {

    private FormValues() {}

    /** Faces hands null for a field left empty. */
    static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }

    static String text(String given, String field) {
        if (given.isBlank()) {
            throw Refusal.of(SharedError.REQUIRED, "field", field);
        }
        return given.strip();
    }

    static LocalDate day(String given, String field) {
        try {
            return LocalDate.parse(text(given, field));
        } catch (DateTimeParseException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", field);
        }
    }

    static UUID id(String given, String field) {
        try {
            return UUID.fromString(text(given, field));
        } catch (IllegalArgumentException malformed) {
            throw Refusal.of(SharedError.MALFORMED, "field", field);
        }
    }
}
