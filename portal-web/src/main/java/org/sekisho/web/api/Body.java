package org.sekisho.web.api;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * The body of a request as a JSON object, read strictly: what isn't JSON, duplicate members included, is {@link NotJson};
 * wrong types are refused with {@link SharedError#MALFORMED}, a missing member with {@link SharedError#REQUIRED}, each naming the
 * member.
 */
public final class Body {

    private final JsonObject object;

    private Body(JsonObject object) {
        this.object = object;
    }

    /** Reads a body; an empty one is an object without members. */
    public static Body read(String text) {
        if (text == null || text.isBlank()) {
            return new Body(JsonObject.builder().build());
        }
        try {
            if (JsonReader.read(text) instanceof JsonObject object) {
                return new Body(object);
            }
        } catch (JsonException malformed) {
            throw new NotJson(malformed);
        }
        throw malformed("body");
    }

    /** The same in one line and in a fixed order, without these members. */
    String without(String... names) {
        JsonObject.Builder kept = JsonObject.builder();
        object.members().forEach((name, value) -> {
            if (!List.of(names).contains(name)) {
                kept.put(name, value);
            }
        });
        return CanonicalJson.text(kept.build());
    }

    public boolean has(String name) {
        return object.find(name).isPresent();
    }

    public String text(String name) {
        return optionalText(name).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name));
    }

    public Optional<String> optionalText(String name) {
        return object.find(name).map(value -> string(name, value));
    }

    /** A whole number that must be there. */
    public int number(String name) {
        return optionalNumber(name).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name));
    }

    public Optional<Integer> optionalNumber(String name) {
        return object.find(name).map(value -> number(name, value));
    }

    /** A list of whole numbers; empty when the member is missing. */
    public List<Integer> numbers(String name) {
        return items(name).stream().map(each -> number(name, each)).toList();
    }

    private static int number(String name, JsonValue value) {
        if (value instanceof JsonNumber number && number.value() == (int) number.value()) {
            return (int) number.value();
        }
        throw malformed(name);
    }

    public boolean flag(String name) {
        if (object.find(name).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name))
                instanceof JsonBoolean flag) {
            return flag.value();
        }
        throw malformed(name);
    }

    public UUID id(String name) {
        return optionalId(name).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name));
    }

    public Optional<UUID> optionalId(String name) {
        return optionalText(name).map(text -> parseId(name, text));
    }

    /** A list of ids; empty when the member is missing. */
    public List<UUID> ids(String name) {
        return texts(name).stream().map(text -> parseId(name, text)).toList();
    }

    /** A day, {@code 2026-11-23}. */
    public Optional<LocalDate> optionalDay(String name) {
        return optionalText(name).map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException other) {
                throw malformed(name);
            }
        });
    }

    /** A day that must be there. */
    public LocalDate day(String name) {
        return optionalDay(name).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name));
    }

    /** An instant as RFC 3339 writes it, in any offset. */
    public Instant instant(String name) {
        try {
            return OffsetDateTime.parse(text(name)).toInstant();
        } catch (DateTimeException other) {
            throw malformed(name);
        }
    }

    /** A constant that must be there, by its name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        return optionalConstant(name, type).orElseThrow(() -> Refusal.of(SharedError.REQUIRED, "field", name));
    }

    public <E extends Enum<E>> Optional<E> optionalConstant(String name, Class<E> type) {
        return optionalText(name).map(text -> parse(name, type, text));
    }

    public <E extends Enum<E>> List<E> constants(String name, Class<E> type) {
        return texts(name).stream().map(text -> parse(name, type, text)).toList();
    }

    /** A list of texts; empty when the member is missing. */
    public List<String> texts(String name) {
        return items(name).stream().map(each -> string(name, each)).toList();
    }

    public Optional<Body> optionalObject(String name) {
        return object.find(name).map(value -> new Body(asObject(name, value)));
    }

    /** A list of objects, each to be read strictly; empty when the member is missing. */
    public List<Body> bodies(String name) {
        return objects(name).stream().map(Body::new).toList();
    }

    /** A list of objects; empty when the member is missing. */
    public List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        items(name).forEach(each -> objects.add(asObject(name, each)));
        return objects;
    }

    /** An object as it was sent. */
    public Optional<JsonObject> json(String name) {
        return object.find(name).map(value -> asObject(name, value));
    }

    private List<JsonValue> items(String name) {
        Optional<JsonValue> value = object.find(name);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof JsonArray array) {
            return array.items();
        }
        throw malformed(name);
    }

    private static JsonObject asObject(String name, JsonValue value) {
        if (value instanceof JsonObject nested) {
            return nested;
        }
        throw malformed(name);
    }

    private static String string(String name, JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw malformed(name);
    }

    private static UUID parseId(String name, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException other) {
            throw malformed(name);
        }
    }

    private static <E extends Enum<E>> E parse(String name, Class<E> type, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException other) {
            throw malformed(name);
        }
    }

    private static Refusal malformed(String name) {
        return Refusal.of(SharedError.MALFORMED, "field", name);
    }
}
