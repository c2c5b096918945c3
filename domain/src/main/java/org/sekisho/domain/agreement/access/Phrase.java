package org.sekisho.domain.agreement.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.sekisho.domain.agreement.clause.Words;

/**
 * A sentence as a code with parameters; it is put into words where somebody reads it.
 *
 * @param parameters by the names that the wording declares. A value is a {@link String}, {@link Long}, {@link LocalDate},
 *     {@link Instant}, {@link Words} (named in both languages), a constant of an enum, or a {@link List} of these
 */
public record Phrase(Wording wording, SortedMap<String, Object> parameters) {

    public Phrase {
        if (!parameters.keySet().equals(wording.parameters())) {
            throw new IllegalArgumentException(
                    wording.key() + " takes " + wording.parameters() + ", not " + parameters.keySet());
        }
        parameters.values().forEach(Phrase::checkValue);
        parameters = Collections.unmodifiableSortedMap(new TreeMap<>(parameters));
    }

    static Phrase of(Wording wording) {
        return new Phrase(wording, new TreeMap<>());
    }

    static Phrase of(Wording wording, String name, Object value) {
        return new Phrase(wording, new TreeMap<>(Map.of(name, value)));
    }

    static Phrase of(Wording wording, Map<String, ?> parameters) {
        return new Phrase(wording, new TreeMap<>(parameters));
    }

    /** The key in the bundles. */
    public String key() {
        return wording.key();
    }

    /** The code in REST answers. */
    public String code() {
        return wording.code();
    }

    private static void checkValue(Object value) {
        if (value instanceof List<?> list) {
            list.forEach(Phrase::checkValue);
        } else if (!(value instanceof String
                || value instanceof Long
                || value instanceof LocalDate
                || value instanceof Instant
                || value instanceof Words
                || value instanceof Enum<?>)) {
            throw new IllegalArgumentException("No sentence can be made with a " + value.getClass());
        }
    }
}
