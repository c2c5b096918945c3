package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.party.SystemJob;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.UseCaseMethod;
import org.sekisho.web.text.Words;

/** Whatever the code can write into the trail, readers see in words. */
class TrailWordsTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    /** An event's name where it is given at once; others of the same family are chosen before. */
    private static final Pattern MAKES_EVENT =
            Pattern.compile("(?:\\bevent\\(|DomainEvent\\.of\\()\\s*\"([a-z-]+)\\." + "[a-z-]+\"");

    private static final Pattern NAMED = Pattern.compile("\"([a-z-]+)(\\.[a-z]+(?:-[a-z]+)*)\"");
    private static final Pattern SUBJECT_KIND = Pattern.compile(
            "(?:@About\\(|new Subject\\(|\\babout\\(|DomainEvent\\.of\\([^,]*,\\s*|public static final String KIND ="
                    + " )\"([a-z-]+)\"");

    @Test
    void everyActHasAText() {
        Set<String> keys = new TreeSet<>();
        for (JavaMethod method : useCases()) {
            String act = UseCaseMethod.actName(method.getAnnotationOfType(Permission.class), method.getName());
            keys.add("trail-act." + act);
            keys.add("trail-area." + act.substring(0, act.indexOf('.')));
        }
        assertTrue(keys.size() > 150, () -> "Use cases weren't found: " + keys.size());
        assertEquals(List.of(), withoutText(keys));
    }

    @Test
    void everyEventOfTheDomainHasAText() throws IOException {
        Set<String> families = new TreeSet<>();
        Set<String> keys = new TreeSet<>();
        for (String source : sources()) {
            MAKES_EVENT.matcher(source).results().forEach(found -> families.add(found.group(1)));
        }
        for (String source : sources()) {
            NAMED.matcher(source)
                    .results()
                    .filter(found -> families.contains(found.group(1)))
                    .forEach(found -> keys.add("happened." + found.group(1) + found.group(2)));
        }
        assertTrue(keys.size() > 100, () -> "Events weren't found: " + keys.size());
        assertEquals(List.of(), withoutText(keys));
    }

    @Test
    void everyKindOfSubjectHasAText() throws IOException {
        Set<String> keys = new TreeSet<>();
        for (String source : sources()) {
            for (Matcher kind = SUBJECT_KIND.matcher(source); kind.find(); ) {
                keys.add("trail-subject." + kind.group(1));
            }
        }
        assertTrue(keys.size() > 15, () -> "Kinds weren't found: " + keys);
        assertEquals(List.of(), withoutText(keys));
    }

    @Test
    void everyJobOfTheSystemHasAText() {
        Set<String> keys = new TreeSet<>();
        for (SystemJob job : SystemJob.values()) {
            keys.add("trail-job." + job.job());
        }
        assertEquals(List.of(), withoutText(keys));
    }

    private static List<JavaMethod> useCases() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.sekisho.ejb").stream()
                        .flatMap(each -> each.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(Permission.class))
                        .toList();
    }

    private static List<String> sources() throws IOException {
        List<String> sources = new ArrayList<>();
        for (String module : List.of("domain", "ejb")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module + "/src/main/java"))) {
                for (Path file : files.filter(TrailWordsTest::mayMakeEvents).toList()) {
                    sources.add(Files.readString(file));
                }
            }
        }
        return sources;
    }

    /** Codes of refusals and of actions, and keys of texts, are named in the same way, in files of their own. */
    private static boolean mayMakeEvents(Path file) {
        String name = file.getFileName().toString();
        return name.endsWith(".java")
                && !name.endsWith("Error.java")
                && !name.endsWith("Text.java")
                && !name.equals("Action.java");
    }

    private static List<String> withoutText(Set<String> keys) {
        List<String> without = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (String key : keys) {
                if (Words.in(locale).find(key).isEmpty()) {
                    without.add(locale + " " + key);
                }
            }
        }
        return without;
    }
}
