package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.web.api.Api;

/** The document of the interfaces names every call there is, and none that there isn't. */
class OpenApiTest {

    private static final java.nio.file.Path DOCUMENT =
            java.nio.file.Path.of("src/main/resources/META-INF/openapi.yaml");
    private static final Pattern PATH = Pattern.compile("  (/\\S*):");
    private static final Pattern VERB = Pattern.compile("    (get|post|put|patch|delete|head):");
    private static final Pattern REFERENCE = Pattern.compile("\\$ref: \"#/components/(\\w+)/(\\w+)\"");

    @Test
    void theDocumentNamesEveryCall() throws IOException {
        assertEquals(calls(), documented());
    }

    @Test
    void whatAnswersCallsIsRegistered() {
        Set<String> answering = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("org.sekisho.web")) {
            if (each.isAnnotatedWith(Path.class) || each.isAnnotatedWith(Provider.class)) {
                answering.add(each.getName());
            }
        }
        Set<String> registered = new TreeSet<>();
        new Api().getClasses().forEach(each -> registered.add(each.getName()));
        assertEquals(answering, registered);
    }

    @Test
    void everyCallHasASummary() throws IOException {
        long summaries = Files.readAllLines(DOCUMENT).stream()
                .filter(line -> line.matches(" {6}summary: \\S.*"))
                .count();
        assertEquals(calls().size(), summaries);
    }

    @Test
    void everyReferenceLeadsSomewhere() throws IOException {
        List<String> lines = Files.readAllLines(DOCUMENT);
        Set<String> missing = new TreeSet<>();
        for (String line : lines) {
            Matcher reference = REFERENCE.matcher(line);
            if (reference.find() && !lines.contains("    " + reference.group(2) + ":")) {
                missing.add(reference.group(2));
            }
        }
        assertEquals(Set.of(), missing);
    }

    private static Set<String> documented() throws IOException {
        Set<String> calls = new TreeSet<>();
        String path = "";
        for (String line : Files.readAllLines(DOCUMENT)) {
            Matcher begins = PATH.matcher(line);
            Matcher verb = VERB.matcher(line);
            if (begins.matches()) {
                path = begins.group(1);
            } else if (verb.matches()) {
                calls.add(path + " " + verb.group(1));
            }
        }
        return calls;
    }

    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.sekisho.web.api")) {
            if (each.isAnnotatedWith(Path.class)) {
                calls.addAll(calls(each));
            }
        }
        assertTrue(calls.size() > 40, () -> "Resources weren't found: " + calls);
        return calls;
    }

    /** The calls of one resource: path, space, verb. */
    static Set<String> calls(JavaClass resource) {
        Set<String> calls = new TreeSet<>();
        String root = slashed(resource.getAnnotationOfType(Path.class).value());
        resource.getMethods().forEach(method -> verbs(method)
                .forEach(verb -> calls.add("/api/v1" + root + below(method) + " " + verb.toLowerCase(Locale.ROOT))));
        return calls;
    }

    private static List<String> verbs(JavaMethod method) {
        return method.getAnnotations().stream()
                .map(annotation -> annotation.getRawType())
                .filter(type -> type.isAnnotatedWith(HttpMethod.class))
                .map(JavaClass::getSimpleName)
                .toList();
    }

    private static String below(JavaMethod method) {
        return method.isAnnotatedWith(Path.class)
                ? slashed(method.getAnnotationOfType(Path.class).value())
                : "";
    }

    private static String slashed(String path) {
        return path.startsWith("/") ? path : "/" + path;
    }
}
