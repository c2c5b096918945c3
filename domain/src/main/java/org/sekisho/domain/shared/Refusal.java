package org.sekisho.domain.shared;

import java.io.Serial;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * Something was asked for that isn't done. It carries a code and parameters, never words for people: those are chosen where
 * the refusal is shown. Throwing it rolls the transaction back, and the refusal is recorded in the trail before it is answered.
 */
public final class Refusal extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient Map<String, Object> parameters;

    public Refusal(ErrorCode code) {
        this(code, Map.of());
    }

    /** @param parameters what the sentence for people needs, by name: strings, numbers, dates, identifiers */
    public Refusal(ErrorCode code, Map<String, ?> parameters) {
        super(code.code() + (parameters.isEmpty() ? "" : " " + parameters));
        this.code = Objects.requireNonNull(code, "A refusal needs a code");
        this.parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** A refusal with one parameter. */
    public static Refusal of(ErrorCode code, String name, Object value) {
        return new Refusal(code, Map.of(name, value));
    }

    public ErrorCode code() {
        return code;
    }

    /** What the sentence needs, by name. */
    public Map<String, Object> parameters() {
        return parameters;
    }
}
