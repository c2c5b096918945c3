package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.container.Program.Told;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document of the interfaces, against which an answer is held: every member documented, none that is required missing. */
final class Documented {

    private static final String DOCUMENT = "/META-INF/openapi.yaml";
    private static final String SCHEMA = "#/components/schemas/";
    private static final String RESPONSE = "#/components/responses/";

    private final Map<String, Object> root;
    private final List<String> wrong = new ArrayList<>();

    Documented() {
        try (InputStream document = Documented.class.getResourceAsStream(DOCUMENT)) {
            root = object(new Yaml(new SafeConstructor(new LoaderOptions())).load(document));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Holds an answer against what the document says of this call; the answer itself. */
    Told answered(String verb, String path, int status, Told told) {
        assertEquals(status, told.status(), told.toString());
        Map<String, Object> responses = object(
                object(object(object(root.get("paths")).get("/api/v1" + path)).get(verb))
                        .get("responses"));
        Object known = responses.get(String.valueOf(status));
        if (known == null && status < 400) {
            throw new AssertionError(verb + " " + path + " isn't documented to answer " + status);
        }
        Map<String, Object> response = resolved(known == null ? responses.get("default") : known);
        if (response.get("content") == null) {
            assertEquals("", told.text());
            return told;
        }
        String type = told.header("Content-Type").replaceFirst(";.*", "");
        Object content = object(response.get("content")).get(type);
        if (content == null) {
            throw new AssertionError(verb + " " + path + " isn't documented to answer as " + type);
        }
        wrong.clear();
        compare("", object(object(content).get("schema")), told.json());
        assertEquals(List.of(), wrong, told.toString());
        return told;
    }

    private void compare(String where, Map<String, Object> given, JsonValue value) {
        Map<String, Object> schema = resolved(given);
        switch (String.valueOf(schema.get("type"))) {
            case "object" -> members(where, schema, value);
            case "array" -> {
                if (value instanceof JsonArray array) {
                    array.forEach(each -> compare(where + "[]", object(schema.get("items")), each));
                } else {
                    wrong.add(where + " is no array");
                }
            }
            case "string" -> {
                if (!(value instanceof JsonString text) || !isFit(schema, text.getString())) {
                    wrong.add(where + " is " + value);
                }
            }
            case "integer" -> {
                if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                    wrong.add(where + " is no integer");
                }
            }
            case "boolean" -> {
                if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
                    wrong.add(where + " is neither true nor false");
                }
            }
            default -> wrong.add(where + " is documented as " + schema);
        }
    }

    private void members(String where, Map<String, Object> schema, JsonValue value) {
        if (!(value instanceof JsonObject object)) {
            wrong.add(where + " is no object");
            return;
        }
        Map<String, Object> properties = schema.get("properties") == null ? Map.of() : object(schema.get("properties"));
        if (schema.get("required") instanceof List<?> required) {
            required.stream()
                    .filter(name -> !object.containsKey(name))
                    .forEach(name -> wrong.add(where + "." + name + " is missing"));
        }
        object.forEach((name, each) -> {
            if (properties.get(name) != null) {
                compare(where + "." + name, object(properties.get(name)), each);
            } else if (schema.get("additionalProperties") instanceof Map<?, ?>) {
                compare(where + "." + name, object(schema.get("additionalProperties")), each);
            } else if (!properties.isEmpty()) {
                wrong.add(where + "." + name + " isn't documented");
            }
        });
    }

    private static boolean isFit(Map<String, Object> schema, String text) {
        if (schema.get("enum") instanceof List<?> constants && !constants.contains(text)) {
            return false;
        }
        try {
            switch (String.valueOf(schema.get("format"))) {
                case "uuid" -> UUID.fromString(text);
                case "date" -> LocalDate.parse(text);
                case "date-time" -> OffsetDateTime.parse(text);
                default -> {}
            }
            return true;
        } catch (DateTimeException | IllegalArgumentException other) {
            return false;
        }
    }

    private Map<String, Object> resolved(@Nullable Object given) {
        Map<String, Object> schema = object(given);
        if (schema.get("$ref") instanceof String reference) {
            Map<String, Object> components = object(root.get("components"));
            return reference.startsWith(SCHEMA)
                    ? object(object(components.get("schemas")).get(reference.substring(SCHEMA.length())))
                    : object(object(components.get("responses")).get(reference.substring(RESPONSE.length())));
        }
        return schema;
    }

    @SuppressWarnings("unchecked") // keys of YAML that JSON can say are strings
    private static Map<String, Object> object(@Nullable Object value) {
        if (value == null) {
            throw new AssertionError("The document of the interfaces doesn't tell it");
        }
        return (Map<String, Object>) value;
    }
}
