package org.sekisho.proof.json;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object, immutable.
 *
 * @param members by name, in the order of the canonical form (UTF-16 code units, RFC 8785, section 3.2.3)
 */
public record JsonObject(Map<String, JsonValue> members) implements JsonValue {

    public JsonObject {
        TreeMap<String, JsonValue> sorted = new TreeMap<>();
        members.forEach((name, value) -> {
            JsonString.requireScalarValues(name);
            sorted.put(name, value);
        });
        members = Collections.unmodifiableSortedMap(sorted);
    }

    public static Builder builder() {
        return new Builder();
    }

    public Optional<JsonValue> find(String name) {
        return Optional.ofNullable(members.get(name));
    }

    /** The string of that name; empty when it is missing or null. */
    public Optional<String> findString(String name) {
        return isAbsent(name) ? Optional.empty() : Optional.of(string(name));
    }

    /** The integer of that name; empty when it is missing or null. */
    public OptionalLong findInteger(String name) {
        return isAbsent(name) ? OptionalLong.empty() : OptionalLong.of(integer(name));
    }

    /** @throws JsonException naming the member, when it is missing or no string */
    public String string(String name) {
        return require(name, JsonString.class).value();
    }

    /** @throws JsonException naming the member, when it is missing or no integer within ±(2^53-1) */
    public long integer(String name) {
        JsonNumber number = require(name, JsonNumber.class);
        if (!number.isInteger()) {
            throw new JsonException(JsonProblem.WRONG_TYPE, name);
        }
        return number.integer();
    }

    /** @throws JsonException naming the member, when it is missing or no boolean */
    public boolean bool(String name) {
        return require(name, JsonBoolean.class).value();
    }

    /** @throws JsonException naming the member, when it is missing or no array */
    public JsonArray array(String name) {
        return require(name, JsonArray.class);
    }

    /** @throws JsonException naming the member, when it is missing or no object */
    public JsonObject object(String name) {
        return require(name, JsonObject.class);
    }

    private boolean isAbsent(String name) {
        JsonValue value = members.get(name);
        return value == null || value == JsonNull.INSTANCE;
    }

    private <T extends JsonValue> T require(String name, Class<T> type) {
        JsonValue value = members.get(name);
        if (value == null) {
            throw new JsonException(JsonProblem.MISSING_MEMBER, name);
        }
        if (!type.isInstance(value)) {
            throw new JsonException(JsonProblem.WRONG_TYPE, name);
        }
        return type.cast(value);
    }

    /** Collects members; a name can be put once. A null value becomes JSON null. */
    public static final class Builder {

        private final Map<String, JsonValue> members = new TreeMap<>();

        private Builder() {}

        /** @throws JsonException {@link JsonProblem#DUPLICATE_NAME} when the name was put before */
        public Builder put(String name, @Nullable JsonValue value) {
            if (members.putIfAbsent(name, value == null ? JsonNull.INSTANCE : value) != null) {
                throw new JsonException(JsonProblem.DUPLICATE_NAME, name);
            }
            return this;
        }

        public Builder put(String name, @Nullable String value) {
            return put(name, value == null ? JsonNull.INSTANCE : new JsonString(value));
        }

        /** @throws JsonException {@link JsonProblem#NUMBER_OUT_OF_RANGE} beyond ±(2^53-1) */
        public Builder put(String name, long value) {
            return put(name, JsonNumber.of(value));
        }

        public Builder put(String name, boolean value) {
            return put(name, new JsonBoolean(value));
        }

        public JsonObject build() {
            return new JsonObject(members);
        }
    }
}
