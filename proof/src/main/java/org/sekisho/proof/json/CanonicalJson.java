package org.sekisho.proof.json;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The JSON Canonicalization Scheme (RFC 8785): one value has exactly one text, so that a hash of it means the value.
 * No white space, members in the order of their names' UTF-16 code units, numbers as ECMAScript writes them.
 */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /** The canonical text in UTF-8. */
    public static byte[] write(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    /** The canonical text. */
    public static String text(JsonValue value) {
        StringBuilder out = new StringBuilder();
        append(value, out);
        return out.toString();
    }

    private static void append(JsonValue value, StringBuilder out) {
        if (value instanceof JsonObject object) {
            appendObject(object, out);
        } else if (value instanceof JsonArray array) {
            appendArray(array, out);
        } else if (value instanceof JsonString string) {
            appendString(string.value(), out);
        } else if (value instanceof JsonNumber number) {
            out.append(EcmaScriptNumber.text(number.value()));
        } else if (value instanceof JsonBoolean bool) {
            out.append(bool.value());
        } else {
            out.append("null");
        }
    }

    private static void appendObject(JsonObject object, StringBuilder out) {
        String separator = "{";
        for (Map.Entry<String, JsonValue> member : object.members().entrySet()) {
            out.append(separator);
            separator = ",";
            appendString(member.getKey(), out);
            out.append(':');
            append(member.getValue(), out);
        }
        out.append(object.members().isEmpty() ? "{}" : "}");
    }

    private static void appendArray(JsonArray array, StringBuilder out) {
        String separator = "[";
        for (JsonValue item : array.items()) {
            out.append(separator);
            separator = ",";
            append(item, out);
        }
        out.append(array.items().isEmpty() ? "[]" : "]");
    }

    /** Section 3.2.2.2: only what JSON can't hold is escaped, in the shortest way, with lower-case hexadecimal. */
    private static void appendString(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u00").append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 0xf));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
