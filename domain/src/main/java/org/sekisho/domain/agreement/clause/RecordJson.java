package org.sekisho.domain.agreement.clause;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * The one rule by which the records of clauses become JSON and come back: texts, whole numbers, booleans, days, enums, lists, sets,
 * optional values, and records of these. Reading is strict, and every record passes its own constructor.
 */
final class RecordJson {

    private RecordJson() {}

    static Map<String, JsonValue> members(Record value) {
        Map<String, JsonValue> members = new TreeMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = invoke(component, value);
            if (content instanceof Optional<?> optional) {
                optional.ifPresent(present -> members.put(component.getName(), write(present)));
            } else {
                members.put(component.getName(), write(content));
            }
        }
        return members;
    }

    private static JsonValue write(Object value) {
        if (value instanceof Integer number) {
            return JsonNumber.of(number.longValue());
        } else if (value instanceof Long number) {
            return JsonNumber.of(number);
        } else if (value instanceof Boolean flag) {
            return new JsonBoolean(flag);
        } else if (value instanceof Collection<?> values) {
            return JsonArray.of(values.stream().map(RecordJson::write).toList());
        } else if (value instanceof Action action) {
            return new JsonString(action.code());
        } else if (value instanceof Enum<?> constant) {
            return new JsonString(constant.name());
        } else if (value instanceof Record record && !(value instanceof NetworkRange)) {
            return new JsonObject(members(record));
        }
        return new JsonString(value.toString());
    }

    /** The member, which must be there. */
    static JsonValue member(JsonObject object, String name) {
        return object.find(name).orElseThrow(() -> Refusal.of(ClauseError.MEMBER_MISSING, "member", name));
    }

    static <R> R read(Class<R> type, JsonObject object) {
        return record(type, object, "");
    }

    private static <R> R record(Class<R> type, JsonObject object, String path) {
        RecordComponent[] components = type.getRecordComponents();
        Set<String> unknown = new HashSet<>(object.members().keySet());
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            String name = components[i].getName();
            unknown.remove(name);
            types[i] = components[i].getType();
            values[i] = component(components[i].getGenericType(), object.find(name), join(path, name));
        }
        unknown.stream().sorted().findFirst().ifPresent(name -> {
            throw Refusal.of(ClauseError.MEMBER_UNKNOWN, "member", join(path, name));
        });
        return construct(type, types, values);
    }

    private static Object component(Type type, Optional<JsonValue> value, String path) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == Optional.class) {
            return value.map(present -> read(generic.getActualTypeArguments()[0], present, path));
        }
        return read(type, value.orElseThrow(() -> Refusal.of(ClauseError.MEMBER_MISSING, "member", path)), path);
    }

    private static Object read(Type type, JsonValue value, String path) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic, value, path);
        }
        Class<?> plain = (Class<?>) type;
        if (plain == String.class) {
            return text(value, path);
        } else if (plain == int.class) {
            long number = integer(value, path);
            return number == (int) number ? (int) number : malformed(path);
        } else if (plain == long.class || plain == Long.class) {
            return integer(value, path);
        } else if (plain == boolean.class) {
            return value instanceof JsonBoolean flag ? flag.value() : malformed(path);
        } else if (plain == LocalDate.class) {
            return day(text(value, path), path);
        } else if (plain == NetworkRange.class) {
            return new NetworkRange(text(value, path));
        } else if (plain == Action.class) {
            return Action.ofCode(text(value, path)).orElseThrow(() -> refusal(path));
        } else if (plain.isEnum()) {
            return constant(plain, text(value, path), path);
        }
        return value instanceof JsonObject object ? record(plain, object, path) : malformed(path);
    }

    private static Object collection(ParameterizedType type, JsonValue value, String path) {
        if (!(value instanceof JsonArray array)) {
            throw refusal(path);
        }
        List<Object> items = new ArrayList<>(array.items().size());
        for (JsonValue item : array.items()) {
            items.add(read(type.getActualTypeArguments()[0], item, path + "[" + items.size() + "]"));
        }
        if (type.getRawType() == List.class) {
            return items;
        }
        Set<Object> set = new HashSet<>(items);
        return set.size() == items.size() ? set : malformed(path);
    }

    private static String text(JsonValue value, String path) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        throw refusal(path);
    }

    private static long integer(JsonValue value, String path) {
        if (value instanceof JsonNumber number && number.isInteger()) {
            return number.integer();
        }
        throw refusal(path);
    }

    private static LocalDate day(String text, String path) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw refusal(path);
        }
    }

    private static Object constant(Class<?> type, String name, String path) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> ((Enum<?>) constant).name().equals(name))
                .findFirst()
                .orElseThrow(() -> refusal(path));
    }

    private static Object invoke(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A record of this package can be read: " + component, e);
        }
    }

    private static <R> R construct(Class<R> type, Class<?>[] types, Object[] values) {
        try {
            Constructor<R> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Refusal refusal) {
                throw refusal;
            }
            throw new IllegalStateException("A record refuses only by refusals: " + type, e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("A record of this package can be made: " + type, e);
        }
    }

    private static Object malformed(String path) {
        throw refusal(path);
    }

    private static Refusal refusal(String path) {
        return Refusal.of(ClauseError.MEMBER_MALFORMED, "member", path);
    }

    private static String join(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
