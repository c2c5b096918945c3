package org.sekisho.house;

import jakarta.json.JsonObject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the document of the interfaces has to say about a record that goes in or out as JSON. */
final class RecordSchema {

    private RecordSchema() {}

    /**
     * The schema of a record.
     *
     * @param mentioned is told every record that a component is made of
     */
    static Map<String, Object> of(Class<?> record, Consumer<Class<?>> mentioned) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), property(component.getGenericType(), mentioned));
            if (component.getType() != Optional.class
                    && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>(Map.of("type", "object", "properties", properties));
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private static Map<String, Object> property(Type type, Consumer<Class<?>> mentioned) {
        if (type instanceof ParameterizedType generic) {
            Type[] arguments = generic.getActualTypeArguments();
            Class<?> raw = (Class<?>) generic.getRawType();
            Map<String, Object> inner = property(arguments[arguments.length - 1], mentioned);
            if (raw == Optional.class) {
                return inner;
            }
            return Collection.class.isAssignableFrom(raw)
                    ? Map.of("type", "array", "items", inner)
                    : Map.of("type", "object", "additionalProperties", inner);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isRecord()) {
            mentioned.accept(plain);
            return Map.of("$ref", "#/components/schemas/" + plain.getSimpleName());
        }
        if (plain.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(plain.getEnumConstants())
                            .map(each -> ((Enum<?>) each).name())
                            .toList());
        }
        return simple(plain);
    }

    private static Map<String, Object> simple(Class<?> type) {
        if (type == String.class) {
            return Map.of("type", "string");
        }
        if (type == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        }
        if (type == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (type == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (type == boolean.class || type == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (type == int.class || type == Integer.class) {
            return Map.of("type", "integer");
        }
        if (type == long.class || type == Long.class) {
            return Map.of("type", "integer", "format", "int64");
        }
        if (type == BigDecimal.class) {
            return Map.of("type", "number");
        }
        if (type == JsonObject.class) {
            return Map.of("type", "object");
        }
        throw new AssertionError("Nothing says how " + type + " stands in JSON");
    }
}
