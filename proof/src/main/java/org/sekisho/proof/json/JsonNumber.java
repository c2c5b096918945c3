package org.sekisho.proof.json;

/**
 * A JSON number as I-JSON understands it (RFC 7493, section 2.2): an IEEE 754 double, which holds every integer from
 * -(2^53-1) to 2^53-1 exactly.
 *
 * @param value a finite double; minus zero becomes zero, as in the canonical form
 */
public record JsonNumber(double value) implements JsonValue {

    /** The largest integer n for which n and n+1 are both exact in a double: 2^53-1. */
    public static final long MAX_INTEGER = (1L << 53) - 1;

    public JsonNumber {
        if (!Double.isFinite(value)) {
            throw new JsonException(JsonProblem.NUMBER_OUT_OF_RANGE, Double.toString(value));
        }
        if (value == 0) {
            value = 0.0;
        }
    }

    /** @throws JsonException {@link JsonProblem#NUMBER_OUT_OF_RANGE} beyond ±(2^53-1) */
    public static JsonNumber of(long value) {
        if (value > MAX_INTEGER || value < -MAX_INTEGER) {
            throw new JsonException(JsonProblem.NUMBER_OUT_OF_RANGE, Long.toString(value));
        }
        return new JsonNumber(value);
    }

    /** Whether this is an exact integer within ±(2^53-1). */
    public boolean isInteger() {
        return Math.abs(value) <= MAX_INTEGER && value == Math.rint(value);
    }

    /** @throws JsonException {@link JsonProblem#WRONG_TYPE} when this is no exact integer */
    public long integer() {
        if (!isInteger()) {
            throw new JsonException(JsonProblem.WRONG_TYPE, CanonicalJson.text(this));
        }
        return (long) value;
    }
}
