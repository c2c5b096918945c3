package org.sekisho.proof.json;

/**
 * A JSON string of Unicode scalar values.
 *
 * @param value the text; a lone surrogate is refused, because it has no UTF-8 form (RFC 8785, section 3.2.2.2)
 */
public record JsonString(String value) implements JsonValue {

    public JsonString {
        requireScalarValues(value);
    }

    /** @throws JsonException {@link JsonProblem#LONE_SURROGATE} when half of a surrogate pair is missing */
    static void requireScalarValues(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) {
                continue;
            }
            boolean pair = Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (!pair) {
                throw new JsonException(JsonProblem.LONE_SURROGATE, "character " + i);
            }
            i++;
        }
    }
}
