package org.sekisho.house;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The document of the interfaces, read. */
final class OpenApiDocument {

    private static final Path DOCUMENT = Path.of("src/main/resources/META-INF/openapi.yaml");

    private final Map<String, Object> root;

    private OpenApiDocument(Map<String, Object> root) {
        this.root = root;
    }

    static OpenApiDocument read() throws IOException {
        try (Reader reader = Files.newBufferedReader(DOCUMENT)) {
            return new OpenApiDocument(object(new Yaml(new SafeConstructor(new LoaderOptions())).load(reader)));
        }
    }

    /** The named schemas, without the descriptions in them. */
    Map<String, Object> schemas() {
        Map<String, Object> schemas = new LinkedHashMap<>();
        at(root, "components", "schemas")
                .orElseThrow()
                .forEach((name, schema) -> schemas.put(name, withoutDescriptions(schema)));
        return schemas;
    }

    /** The schema of what a call takes as JSON, where it stands at the call itself and not under a name. */
    Optional<Map<String, Object>> body(String path, String verb) {
        return at(root, "paths", path, verb, "requestBody", "content", "application/json", "schema")
                .filter(schema -> !schema.containsKey("$ref"));
    }

    private static Optional<Map<String, Object>> at(Map<String, Object> from, String... names) {
        Optional<Map<String, Object>> found = Optional.of(from);
        for (String name : names) {
            found = found.map(each -> each.get(name)).map(OpenApiDocument::object);
        }
        return found;
    }

    @SuppressWarnings("unchecked") // keys of YAML that JSON can say are strings
    static Map<String, Object> object(Object value) {
        return (Map<String, Object>) value;
    }

    private static Object withoutDescriptions(Object value) {
        if (value instanceof Map<?, ?>) {
            Map<String, Object> kept = new LinkedHashMap<>();
            object(value).forEach((name, each) -> {
                if (!("description".equals(name) && each instanceof String)) {
                    kept.put(name, withoutDescriptions(each));
                }
            });
            return kept;
        }
        if (value instanceof List<?> list) {
            List<Object> kept = new ArrayList<>();
            list.forEach(each -> kept.add(withoutDescriptions(each)));
            return kept;
        }
        return value;
    }
}
