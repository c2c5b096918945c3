package org.sekisho.proof.json;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A JSON array, immutable. */
public record JsonArray(List<JsonValue> items) implements JsonValue {

    public JsonArray {
        items = List.copyOf(items);
    }

    public static JsonArray of(List<? extends JsonValue> items) {
        return new JsonArray(List.copyOf(items));
    }

    /** An array of strings, in the order of the collection. */
    public static JsonArray ofStrings(Collection<String> items) {
        return new JsonArray(items.stream().<JsonValue>map(JsonString::new).toList());
    }

    /** @throws JsonException {@link JsonProblem#WRONG_TYPE} naming the index of the first item that is no string */
    public List<String> strings() {
        return each(JsonString.class).stream().map(JsonString::value).toList();
    }

    /** @throws JsonException {@link JsonProblem#WRONG_TYPE} naming the index of the first item that is no object */
    public List<JsonObject> objects() {
        return each(JsonObject.class);
    }

    private <T extends JsonValue> List<T> each(Class<T> type) {
        List<T> found = new ArrayList<>(items.size());
        for (JsonValue item : items) {
            if (!type.isInstance(item)) {
                throw new JsonException(JsonProblem.WRONG_TYPE, "item " + found.size());
            }
            found.add(type.cast(item));
        }
        return List.copyOf(found);
    }
}
