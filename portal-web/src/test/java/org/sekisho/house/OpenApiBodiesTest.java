package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * A body that a resource reads member by member is documented with exactly the members that it reads. The names stand in the source
 * only, so it is looked through; a resource's calls are taken together.
 */
class OpenApiBodiesTest {

    private static final java.nio.file.Path SOURCES = java.nio.file.Path.of("src/main/java");

    /** How {@code Body} reads a member, and as what the document knows it. */
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("text", "string"),
            Map.entry("optionalText", "string"),
            Map.entry("id", "string uuid"),
            Map.entry("optionalId", "string uuid"),
            Map.entry("day", "string date"),
            Map.entry("optionalDay", "string date"),
            Map.entry("instant", "string date-time"),
            Map.entry("constant", "string"),
            Map.entry("optionalConstant", "string"),
            Map.entry("constants", "array"),
            Map.entry("texts", "array"),
            Map.entry("ids", "array"),
            Map.entry("objects", "array"),
            Map.entry("bodies", "array"),
            Map.entry("numbers", "array"),
            Map.entry("json", "object"),
            Map.entry("optionalObject", "object"),
            Map.entry("number", "integer"),
            Map.entry("optionalNumber", "integer"),
            Map.entry("flag", "boolean"));

    private static final Pattern READING =
            Pattern.compile("\\.(" + String.join("|", TYPES.keySet()) + ")\\(\\s*\"(\\w+)\"");

    @Test
    void bodiesAreDocumentedWithWhatIsRead() throws IOException {
        OpenApiDocument document = OpenApiDocument.read();
        int resources = 0;
        for (JavaClass resource : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sekisho.web.api")) {
            if (resource.isAnnotatedWith(Path.class)) {
                Map<String, Set<String>> read = read(resource);
                assertEquals(read, documented(resource, document), resource.getSimpleName());
                resources += read.isEmpty() ? 0 : 1;
            }
        }
        assertTrue(resources > 5, "Bodies weren't found");
    }

    private static Map<String, Set<String>> read(JavaClass resource) throws IOException {
        Map<String, Set<String>> members = new TreeMap<>();
        String source = Files.readString(SOURCES.resolve(resource.getName().replace('.', '/') + ".java"));
        Matcher reading = READING.matcher(source);
        while (reading.find()) {
            add(members, reading.group(2), String.valueOf(TYPES.get(reading.group(1))));
        }
        return members;
    }

    private static Map<String, Set<String>> documented(JavaClass resource, OpenApiDocument document) {
        Map<String, Set<String>> members = new TreeMap<>();
        OpenApiTest.calls(resource).forEach(call -> {
            String[] pathAndVerb = call.split(" ", 2);
            document.body(pathAndVerb[0], pathAndVerb[1].toLowerCase(Locale.ROOT))
                    .ifPresent(schema -> collect(schema, members));
        });
        return members;
    }

    private static void collect(Map<String, Object> schema, Map<String, Set<String>> members) {
        Object properties = schema.get("properties");
        if (properties != null) {
            OpenApiDocument.object(properties).forEach((name, each) -> {
                Map<String, Object> property = OpenApiDocument.object(each);
                if (property.get("oneOf") instanceof Iterable<?> kinds) {
                    kinds.forEach(kind -> add(members, name, type(OpenApiDocument.object(kind))));
                } else {
                    add(members, name, type(property));
                }
                collect(property, members);
                if (property.get("items") != null) {
                    collect(OpenApiDocument.object(property.get("items")), members);
                }
            });
        }
    }

    private static String type(Map<String, Object> property) {
        // A named schema is a record's, and so an object.
        String type = property.containsKey("$ref") ? "object" : String.valueOf(property.get("type"));
        return property.containsKey("format") ? type + " " + property.get("format") : type;
    }

    private static void add(Map<String, Set<String>> members, String name, String type) {
        members.computeIfAbsent(name, each -> new TreeSet<>()).add(type);
    }
}
