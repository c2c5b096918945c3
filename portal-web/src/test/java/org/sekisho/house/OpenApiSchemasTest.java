package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.sekisho.web.api.Items;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;

/** Every record that a call takes or answers stands in the document of the interfaces, with exactly its components. */
class OpenApiSchemasTest {

    /** Written by hand, since no record of its own stands behind it. */
    private static final String PROBLEM = "Problem";

    @Test
    void schemasSayWhatTheRecordsHold() throws IOException {
        Map<String, Object> documented = new TreeMap<>(OpenApiDocument.read().schemas());
        documented.remove(PROBLEM);
        Map<String, Object> expected = expected();
        assertEquals(expected.keySet(), documented.keySet());
        DumperOptions block = new DumperOptions();
        block.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        Map<String, Object> wrong = new TreeMap<>(expected);
        wrong.entrySet().removeIf(each -> each.getValue().equals(documented.get(each.getKey())));
        assertTrue(wrong.isEmpty(), () -> "They should read:\n" + new Yaml(block).dump(wrong));
    }

    private static Map<String, Object> expected() {
        Deque<Class<?>> open = new ArrayDeque<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sekisho.web.api")) {
            if (each.isRecord() && each.getModifiers().contains(JavaModifier.PUBLIC)) {
                open.add(each.reflect());
            }
            if (each.isAnnotatedWith(Path.class)) {
                Arrays.stream(each.reflect().getDeclaredMethods())
                        .filter(OpenApiSchemasTest::isCall)
                        .forEach(call -> record(call.getGenericReturnType(), open));
            }
        }
        Map<String, Class<?>> records = new TreeMap<>();
        Map<String, Object> schemas = new TreeMap<>();
        while (!open.isEmpty()) {
            Class<?> next = open.remove();
            Class<?> earlier = records.putIfAbsent(next.getSimpleName(), next);
            if (earlier == null && next != Items.class) {
                schemas.put(next.getSimpleName(), RecordSchema.of(next, open::add));
            } else if (earlier != null) {
                assertEquals(earlier, next, "Two records of one name");
            }
        }
        return schemas;
    }

    private static boolean isCall(Method method) {
        return Arrays.stream(method.getAnnotations())
                .anyMatch(annotation -> annotation.annotationType().isAnnotationPresent(HttpMethod.class));
    }

    private static void record(Type type, Deque<Class<?>> open) {
        if (type instanceof ParameterizedType generic) {
            List.of(generic.getActualTypeArguments()).forEach(argument -> record(argument, open));
        } else if (type instanceof Class<?> plain && plain.isRecord()) {
            open.add(plain);
        }
    }
}
