package org.sekisho.web.agreement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.NetworkRange;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonBoolean;
import org.sekisho.proof.json.JsonNumber;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * The fields of a clause's form, laid out from the clause's own record: what the domain knows of a clause, the form asks for, and
 * nothing else. Lists get two empty entries to fill in; an entry left empty isn't there.
 */
public final class ClauseForm {

    private static final int SPARE = 2;

    /** What kind of input a field is. */
    public enum Input {
        TEXT,
        LONG_TEXT,
        LINES,
        NUMBER,
        DAY,
        CHOICE,
        CHOICES,
        FLAG
    }

    /**
     * One field.
     *
     * @param name of the parameter: the member's path
     * @param member its words stand under {@code clause-field.<member>}
     * @param language {@code en}, {@code ja} or empty
     * @param values what it holds
     * @param constants from which is chosen
     */
    public record Field(
            String name,
            String member,
            String language,
            Input input,
            boolean optional,
            List<String> values,
            List<? extends Enum<?>> constants) {}

    /**
     * Fields that belong together: the clause's own, or those of one entry of a list.
     *
     * @param member of the list; empty for the clause's own fields
     * @param entry the entry's number from 1; 0 where it is no list
     * @param depth how deep lists stand in lists
     */
    public record Section(String member, int entry, int depth, boolean spare, List<Field> fields) {}

    private final List<Section> sections = new ArrayList<>();

    private ClauseForm() {}

    /** The sections of a clause's form, filled with the data. */
    static List<Section> sections(ClauseKind kind, Optional<JsonObject> data) {
        ClauseForm form = new ClauseForm();
        form.record(kind.type(), data, "", new Section("", 0, 0, false, new ArrayList<>()));
        return form.sections;
    }

    private void record(Class<?> type, Optional<JsonObject> data, String path, Section section) {
        sections.add(section);
        List<Runnable> later = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String name = path.isEmpty() ? component.getName() : path + "." + component.getName();
            Optional<JsonValue> value = data.flatMap(object -> object.find(component.getName()));
            component(component.getGenericType(), component.getName(), name, value, false, section, later);
        }
        if (section.fields().isEmpty()) {
            sections.remove(section);
        }
        later.forEach(Runnable::run);
    }

    private void component(
            Type type,
            String member,
            String name,
            Optional<JsonValue> value,
            boolean optional,
            Section section,
            List<Runnable> later) {
        if (type instanceof ParameterizedType generic) {
            Type inner = generic.getActualTypeArguments()[0];
            if (generic.getRawType() == Optional.class) {
                component(inner, member, name, value, true, section, later);
            } else if (generic.getRawType() == Set.class) {
                section.fields().add(new Field(name, member, "", Input.CHOICES, true, texts(value), constants(inner)));
            } else if (inner == NetworkRange.class) {
                String lines = String.join("\n", texts(value));
                section.fields().add(new Field(name, member, "", Input.LINES, optional, List.of(lines), List.of()));
            } else {
                later.add(() -> list((Class<?>) inner, member, name, value, section.depth() + 1));
            }
        } else if (type == Words.class) {
            for (String language : List.of("en", "ja")) {
                List<String> text = value.filter(JsonObject.class::isInstance)
                        .flatMap(words -> ((JsonObject) words).findString(language))
                        .map(List::of)
                        .orElse(List.of(""));
                Input input =
                        member.equals("stopRule") || member.equals("furtherProvisions") ? Input.LONG_TEXT : Input.TEXT;
                section.fields()
                        .add(new Field(name + "." + language, member, language, input, optional, text, List.of()));
            }
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            Optional<JsonObject> object =
                    value.filter(JsonObject.class::isInstance).map(JsonObject.class::cast);
            later.add(() ->
                    record(plain, object, name, new Section(member, 0, section.depth() + 1, false, new ArrayList<>())));
        } else {
            section.fields()
                    .add(new Field(name, member, "", input(type), optional, List.of(text(value)), constants(type)));
        }
    }

    private void list(Class<?> type, String member, String name, Optional<JsonValue> value, int depth) {
        List<JsonValue> entries = value.filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).items())
                .orElse(List.of());
        for (int at = 0; at < entries.size() + SPARE; at++) {
            Optional<JsonObject> entry = at < entries.size() && entries.get(at) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
            record(
                    type,
                    entry,
                    name + "[" + at + "]",
                    new Section(member, at + 1, depth, at >= entries.size(), new ArrayList<>()));
        }
    }

    private static Input input(Type type) {
        if (type == int.class || type == long.class || type == Long.class) {
            return Input.NUMBER;
        } else if (type == boolean.class) {
            return Input.FLAG;
        } else if (type == LocalDate.class) {
            return Input.DAY;
        }
        return type instanceof Class<?> plain && plain.isEnum() ? Input.CHOICE : Input.TEXT;
    }

    private static List<? extends Enum<?>> constants(Type type) {
        return type instanceof Class<?> plain && plain.isEnum()
                ? Arrays.stream(plain.getEnumConstants())
                        .map(each -> (Enum<?>) each)
                        .toList()
                : List.of();
    }

    private static List<String> texts(Optional<JsonValue> value) {
        return value.filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array)
                        .items().stream().map(each -> text(Optional.of(each))).toList())
                .orElse(List.of());
    }

    private static String text(Optional<JsonValue> value) {
        if (value.isEmpty()) {
            return "";
        } else if (value.get() instanceof JsonString string) {
            return string.value();
        } else if (value.get() instanceof JsonNumber number && number.isInteger()) {
            return Long.toString(number.integer());
        } else if (value.get() instanceof JsonBoolean flag) {
            return Boolean.toString(flag.value());
        }
        return "";
    }
}
