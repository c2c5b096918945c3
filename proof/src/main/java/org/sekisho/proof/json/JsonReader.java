package org.sekisho.proof.json;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads JSON strictly (RFC 8259): one value, nothing before or after it but white space, no duplicate names, no lone
 * surrogates, UTF-8 without a byte order mark, bounded depth and size, in one pass.
 */
public final class JsonReader {

    /** How deep arrays and objects may be nested. */
    public static final int MAX_DEPTH = 64;

    /** The limit where the caller gives none: 16 MiB, far over any record, far under the heap. */
    public static final int DEFAULT_LIMIT = 16 * 1024 * 1024;

    private final String text;
    private int at;

    private JsonReader(String text) {
        this.text = text;
    }

    /** Reads at most {@link #DEFAULT_LIMIT} bytes. */
    public static JsonValue read(byte[] utf8) {
        return read(utf8, DEFAULT_LIMIT);
    }

    /**
     * @param limit in bytes
     * @throws JsonException with the problem and the position of the first one
     */
    public static JsonValue read(byte[] utf8, int limit) {
        if (utf8.length > limit) {
            throw new JsonException(JsonProblem.TOO_LARGE, utf8.length + " bytes");
        }
        try {
            return read(
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(utf8))
                            .toString(),
                    limit);
        } catch (CharacterCodingException e) {
            throw new JsonException(JsonProblem.INVALID_UTF8, "bytes");
        }
    }

    /** Reads at most {@link #DEFAULT_LIMIT} UTF-16 code units. */
    public static JsonValue read(String text) {
        return read(text, DEFAULT_LIMIT);
    }

    /**
     * @param limit in UTF-16 code units
     * @throws JsonException with the problem and the position of the first one
     */
    public static JsonValue read(String text, int limit) {
        if (text.length() > limit) {
            throw new JsonException(JsonProblem.TOO_LARGE, text.length() + " characters");
        }
        JsonReader reader = new JsonReader(text);
        JsonValue value = reader.value(0);
        reader.skipWhiteSpace();
        if (reader.at < text.length()) {
            throw reader.problem(JsonProblem.TRAILING_DATA);
        }
        return value;
    }

    private JsonValue value(int depth) {
        skipWhiteSpace();
        return switch (peek()) {
            case '{' -> object(depth + 1);
            case '[' -> array(depth + 1);
            case '"' -> new JsonString(string());
            case 't' -> literal("true", new JsonBoolean(true));
            case 'f' -> literal("false", new JsonBoolean(false));
            case 'n' -> literal("null", JsonNull.INSTANCE);
            default -> number();
        };
    }

    private JsonObject object(int depth) {
        requireDepth(depth);
        Map<String, JsonValue> members = new TreeMap<>();
        at++;
        skipWhiteSpace();
        if (peek() == '}') {
            at++;
            return new JsonObject(members);
        }
        while (true) {
            skipWhiteSpace();
            int start = at;
            String name = string();
            skipWhiteSpace();
            expect(':');
            if (members.put(name, value(depth)) != null) {
                throw new JsonException(JsonProblem.DUPLICATE_NAME, "character " + start);
            }
            skipWhiteSpace();
            if (peek() == '}') {
                at++;
                return new JsonObject(members);
            }
            expect(',');
        }
    }

    private JsonArray array(int depth) {
        requireDepth(depth);
        List<JsonValue> items = new ArrayList<>();
        at++;
        skipWhiteSpace();
        if (peek() == ']') {
            at++;
            return new JsonArray(items);
        }
        while (true) {
            items.add(value(depth));
            skipWhiteSpace();
            if (peek() == ']') {
                at++;
                return new JsonArray(items);
            }
            expect(',');
        }
    }

    private String string() {
        expect('"');
        StringBuilder content = new StringBuilder();
        while (true) {
            char c = next();
            if (c == '"') {
                return content.toString();
            } else if (c < 0x20) {
                at--;
                throw problem(JsonProblem.SYNTAX);
            } else if (c == '\\') {
                appendEscaped(content);
            } else if (Character.isSurrogate(c)) {
                appendPair(c, next(), content);
            } else {
                content.append(c);
            }
        }
    }

    private void appendEscaped(StringBuilder content) {
        char c = next();
        switch (c) {
            case '"', '\\', '/' -> content.append(c);
            case 'b' -> content.append('\b');
            case 'f' -> content.append('\f');
            case 'n' -> content.append('\n');
            case 'r' -> content.append('\r');
            case 't' -> content.append('\t');
            case 'u' -> appendUnit(fourHex(), content);
            default -> {
                at--;
                throw problem(JsonProblem.SYNTAX);
            }
        }
    }

    private void appendUnit(char unit, StringBuilder content) {
        if (!Character.isSurrogate(unit)) {
            content.append(unit);
        } else if (text.startsWith("\\u", at)) {
            at += 2;
            appendPair(unit, fourHex(), content);
        } else {
            throw problem(JsonProblem.LONE_SURROGATE);
        }
    }

    private void appendPair(char high, char low, StringBuilder content) {
        if (!Character.isSurrogatePair(high, low)) {
            throw problem(JsonProblem.LONE_SURROGATE);
        }
        content.append(high).append(low);
    }

    private char fourHex() {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            char c = next();
            int digit = c < 0x80 ? Character.digit(c, 16) : -1;
            if (digit < 0) {
                at--;
                throw problem(JsonProblem.SYNTAX);
            }
            unit = unit << 4 | digit;
        }
        return (char) unit;
    }

    private JsonNumber number() {
        int start = at;
        if (peek() == '-') {
            at++;
        }
        if (peek() == '0') {
            at++;
        } else {
            digits();
        }
        boolean integer = true;
        if (peek() == '.') {
            integer = false;
            at++;
            digits();
        }
        if (peek() == 'e' || peek() == 'E') {
            integer = false;
            at++;
            if (peek() == '+' || peek() == '-') {
                at++;
            }
            digits();
        }
        return number(text.substring(start, at), integer, start);
    }

    /**
     * An integer that a double would change is refused rather than changed in silence; one beyond 2^53-1 is taken only
     * in the form in which the canonical form writes its double.
     */
    private static JsonNumber number(String literal, boolean integer, int start) {
        double value = Double.parseDouble(literal);
        boolean held = Double.isFinite(value)
                && (!integer
                        || Math.abs(value) <= JsonNumber.MAX_INTEGER
                        || EcmaScriptNumber.text(value).equals(literal));
        if (!held) {
            throw new JsonException(JsonProblem.NUMBER_OUT_OF_RANGE, "character " + start);
        }
        return new JsonNumber(value);
    }

    private void digits() {
        int start = at;
        while (peek() >= '0' && peek() <= '9') {
            at++;
        }
        if (at == start) {
            throw problem(JsonProblem.SYNTAX);
        }
    }

    private JsonValue literal(String literal, JsonValue value) {
        if (!text.startsWith(literal, at)) {
            throw problem(JsonProblem.SYNTAX);
        }
        at += literal.length();
        return value;
    }

    private void skipWhiteSpace() {
        while (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
            at++;
        }
    }

    /** The next character, or NUL at the end, which the grammar allows nowhere outside a string. */
    private char peek() {
        return at < text.length() ? text.charAt(at) : '\0';
    }

    private char next() {
        if (at >= text.length()) {
            throw problem(JsonProblem.SYNTAX);
        }
        return text.charAt(at++);
    }

    private void expect(char expected) {
        if (peek() != expected) {
            throw problem(JsonProblem.SYNTAX);
        }
        at++;
    }

    private void requireDepth(int depth) {
        if (depth > MAX_DEPTH) {
            throw problem(JsonProblem.TOO_DEEP);
        }
    }

    private JsonException problem(JsonProblem problem) {
        return new JsonException(problem, "character " + at);
    }
}
