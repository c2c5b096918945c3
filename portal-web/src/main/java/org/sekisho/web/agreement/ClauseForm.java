package org.sekisho.web.agreement;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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
 * nothing else. An empty list shows one entry to fill in, and any number can be added; an entry left empty isn't there.
 */
public final class ClauseForm {

    /** The parameter by which a form says that it was sent, so that what was typed stands above what is saved. */
    static final String SENT = "clause-sent";
    /** The parameter that names the list which is to get one more entry. */
    static final String ADD = "clause-add";

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
     * Where a section stands.
     *
     * @param entry the number from 1 of the list's entry; 0 where it is no list, and where the list as a whole is meant
     */
    public record Place(String member, int entry) {}

    /**
     * Fields that belong together: the clause's own, or those of one entry of a list; or the offer of one more entry.
     *
     * @param places from the outermost in; empty for the clause's own fields
     * @param added whether the entry was just asked for
     * @param more the path of the list that can get one more entry, after its last; else empty, and there are fields
     */
    public record Section(List<Place> places, boolean added, String more, List<Field> fields) {

        Section inner(String member, int entry, boolean isAdded) {
            return new Section(and(member, entry), isAdded, "", new ArrayList<>());
        }

        Section offer(String member, String path) {
            return new Section(and(member, 0), false, path, List.of());
        }

        private List<Place> and(String member, int entry) {
            return Stream.concat(places.stream(), Stream.of(new Place(member, entry)))
                    .toList();
        }

        /** Whether every field is a short one, so that they can stand side by side. */
        public boolean isBrief() {
            return fields.stream().map(Field::input).allMatch(BRIEF::contains);
        }
    }

    private static final Set<Input> BRIEF = EnumSet.of(Input.NUMBER, Input.DAY, Input.CHOICE);

    private final List<Section> sections = new ArrayList<>();
    private final Map<String, String[]> sent;

    private ClauseForm(Map<String, String[]> sent) {
        this.sent = sent;
    }

    /**
     * The sections of a clause's form, filled with the data.
     *
     * @param sent the parameters of the request: a form that comes back keeps its entries
     */
    static List<Section> sections(ClauseKind kind, Optional<JsonObject> data, Map<String, String[]> sent) {
        ClauseForm form = new ClauseForm(sent);
        form.record(kind.type(), data, "", new Section(List.of(), false, "", new ArrayList<>()));
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
                later.add(() -> list((Class<?>) inner, member, name, value, section));
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
            later.add(() -> record(plain, object, name, section.inner(member, 0, false)));
        } else {
            section.fields()
                    .add(new Field(name, member, "", input(type), optional, List.of(text(value)), constants(type)));
        }
    }

    private void list(Class<?> type, String member, String name, Optional<JsonValue> value, Section outer) {
        List<JsonValue> entries = value.filter(JsonArray.class::isInstance)
                .map(array -> ((JsonArray) array).items())
                .orElse(List.of());
        boolean adds = Arrays.asList(sent.getOrDefault(ADD, new String[0])).contains(name);
        int shown = Math.max(sent.containsKey(SENT) ? ClauseReading.entriesSent(sent, name) : entries.size(), 1);
        int count = Math.min(adds ? shown + 1 : shown, ClauseReading.MOST_ENTRIES);
        for (int at = 0; at < count; at++) {
            Optional<JsonObject> entry = at < entries.size() && entries.get(at) instanceof JsonObject object
                    ? Optional.of(object)
                    : Optional.empty();
            record(type, entry, name + "[" + at + "]", outer.inner(member, at + 1, adds && at == count - 1));
        }
        sections.add(outer.offer(member, name));
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
