package org.sekisho.web.agreement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseJson;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/** Reads a clause from what its form sent, by the same record by which {@link ClauseForm} laid the form out. */
final class ClauseReading {

    /** The most entries of one list. */
    static final int MOST_ENTRIES = 1_000;

    private final Map<String, String[]> sent;

    private ClauseReading(Map<String, String[]> sent) {
        this.sent = sent;
    }

    /** The clause; refused by the domain where it isn't one. */
    static Clause read(ClauseKind kind, Map<String, String[]> sent) {
        ClauseReading reading = new ClauseReading(sent);
        JsonObject.Builder clause = JsonObject.builder()
                .put("kind", new JsonString(kind.name()))
                .put("schema", JsonNumber.of(ClauseJson.SCHEMA));
        reading.members(kind.type(), "").members().forEach(clause::put);
        return ClauseJson.fromJson(clause.build());
    }

    private JsonObject members(Class<?> type, String path) {
        JsonObject.Builder members = JsonObject.builder();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            value(component.getGenericType(), name).ifPresent(value -> members.put(component.getName(), value));
        }
        return members.build();
    }

    private Optional<JsonValue> value(Type type, String name) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                return isFilled(name) ? value(inner, name) : Optional.empty();
            } else if (generic.getRawType() == Set.class) {
                return Optional.of(JsonArray.of(texts(name)));
            } else if (inner == NetworkRange.class) {
                return Optional.of(JsonArray.of(text(name)
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .map(line -> (JsonValue) new JsonString(line))
                        .toList()));
            }
            return Optional.of(JsonArray.of(entries((Class<?>) inner, name)));
        } else if (type == Words.class) {
            return Optional.of(JsonObject.builder()
                    .put("en", new JsonString(text(name + ".en")))
                    .put("ja", new JsonString(text(name + ".ja")))
                    .build());
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            return Optional.of(members(plain, name));
        } else if (type == boolean.class) {
            return Optional.of(new JsonBoolean(!text(name).isEmpty()));
        } else if (type == int.class || type == long.class || type == Long.class) {
            return Optional.of(number(name));
        }
        if (text(name).isEmpty()) {
            throw Refusal.of(SharedError.REQUIRED, "field", name);
        }
        return Optional.of(new JsonString(text(name)));
    }

    private List<JsonValue> entries(Class<?> type, String name) {
        List<JsonValue> entries = new ArrayList<>();
        int count = entriesSent(sent, name);
        for (int at = 0; at < count; at++) {
            if (isFilled(name + "[" + at + "]")) {
                entries.add(members(type, name + "[" + at + "]"));
            }
        }
        return entries;
    }

    /** How many entries of the list a form sent, filled in or not. */
    static int entriesSent(Map<String, String[]> sent, String list) {
        int count = 0;
        while (count < MOST_ENTRIES && isSent(sent, list + "[" + count + "]")) {
            count++;
        }
        return count;
    }

    private static boolean isSent(Map<String, String[]> sent, String prefix) {
        return sent.keySet().stream().anyMatch(name -> name.startsWith(prefix));
    }

    private boolean isFilled(String prefix) {
        return sent.entrySet().stream()
                .filter(each -> each.getKey().equals(prefix) || each.getKey().startsWith(prefix + "."))
                .anyMatch(each -> Arrays.stream(each.getValue()).anyMatch(value -> !value.isBlank()));
    }

    private JsonNumber number(String name) {
        try {
            return JsonNumber.of(Long.parseLong(text(name).replace(",", "")));
        } catch (NumberFormatException malformed) {
            throw Refusal.of(text(name).isEmpty() ? SharedError.REQUIRED : SharedError.MALFORMED, "field", name);
        }
    }

    private List<JsonValue> texts(String name) {
        return Arrays.stream(sent.getOrDefault(name, new String[0]))
                .filter(value -> !value.isBlank())
                .map(value -> (JsonValue) new JsonString(value))
                .toList();
    }

    private String text(String name) {
        String[] values = sent.get(name);
        return values == null || values.length == 0 ? "" : values[0].strip();
    }
}
