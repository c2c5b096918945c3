package org.sekisho.web.api;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.PageRequest;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** The parameters that every list takes: {@code limit}, {@code after}, {@code sort}, {@code order=asc|desc}. */
public class Listing {

    @QueryParam("limit")
    @DefaultValue("25")
    private int limit;

    @QueryParam("after")
    private @Nullable String after;

    @QueryParam("sort")
    private @Nullable String sort;

    @QueryParam("order")
    @DefaultValue("asc")
    private String order = "";

    PageRequest page() {
        boolean descending =
                switch (order.toLowerCase(Locale.ROOT)) {
                    case "asc" -> false;
                    case "desc" -> true;
                    default -> throw Refusal.of(SharedError.MALFORMED, "field", "order");
                };
        return new PageRequest(limit, given(after), given(sort), descending);
    }

    /** A parameter that may be missing or blank. */
    static Optional<String> given(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A day, {@code 2026-11-23}. */
    static Optional<LocalDate> day(@Nullable String value, String field) {
        return given(value).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException other) {
                throw Refusal.of(SharedError.MALFORMED, "field", field);
            }
        });
    }

    /** A constant by its name, in either case. */
    static <E extends Enum<E>> Optional<E> constant(@Nullable String value, Class<E> type, String field) {
        return given(value).map(text -> {
            try {
                return Enum.valueOf(type, text.toUpperCase(Locale.ROOT).replace('-', '_'));
            } catch (IllegalArgumentException unknown) {
                throw Refusal.of(SharedError.MALFORMED, "field", field);
            }
        });
    }

    /** A constant that must be there. */
    static <E extends Enum<E>> E required(@Nullable String value, Class<E> type, String field) {
        return constant(value, type, field).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", field));
    }
}
