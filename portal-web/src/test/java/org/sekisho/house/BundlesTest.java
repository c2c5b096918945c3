package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.web.text.Words;

/** English and Japanese say the same things. */
class BundlesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final String ENGLISH = "_en.properties";

    @Test
    void bothLanguagesHaveTheSameKeys() throws IOException {
        List<String> differences = new ArrayList<>();
        for (Path english : englishBundles()) {
            Path japanese = japanese(english);
            assertTrue(Files.exists(japanese), () -> "No Japanese bundle beside " + english);
            TreeSet<Object> one = new TreeSet<>(read(english).keySet());
            TreeSet<Object> other = new TreeSet<>(read(japanese).keySet());
            TreeSet<Object> onlyOne = new TreeSet<>(one);
            onlyOne.removeAll(other);
            other.removeAll(one);
            onlyOne.forEach(key -> differences.add(english.getFileName() + " alone has " + key));
            other.forEach(key -> differences.add(japanese.getFileName() + " alone has " + key));
        }
        assertEquals(List.of(), differences);
    }

    @Test
    void noKeyStandsInTwoBundlesOfThePages() throws IOException {
        Map<Object, String> first = new HashMap<>();
        List<String> twice = new ArrayList<>();
        for (String bundle : Words.BUNDLES) {
            Path file = ROOT.resolve("portal-web/src/main/resources/" + bundle.replace('.', '/') + ENGLISH);
            for (Object key : read(file).keySet()) {
                String before = first.putIfAbsent(key, bundle);
                if (before != null) {
                    twice.add(key + " in " + before + " and " + bundle);
                }
            }
        }
        assertEquals(List.of(), twice);
    }

    @Test
    void everyTextOfThePagesIsAWellFormedMessage() {
        List<String> broken = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (String key : Words.in(locale).keys()) {
                String pattern = Words.in(locale).find(key).orElseThrow();
                try {
                    new MessageFormat(pattern, locale);
                } catch (IllegalArgumentException malformed) {
                    broken.add(locale + " " + key + ": " + pattern);
                }
            }
        }
        assertEquals(List.of(), broken);
    }

    /** Templates show such a text as it stands, without reading it as a message. */
    @Test
    void aTextWithoutValuesDoublesNoApostrophe() {
        List<String> doubled = new ArrayList<>();
        for (Locale locale : List.of(Locale.ENGLISH, Locale.JAPANESE)) {
            for (String key : Words.in(locale).keys()) {
                String text = Words.in(locale).find(key).orElseThrow();
                if (!text.contains("{") && text.contains("''")) {
                    doubled.add(locale + " " + key + ": " + text);
                }
            }
        }
        assertEquals(List.of(), doubled);
    }

    private static List<Path> englishBundles() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith(ENGLISH))
                    .filter(path -> path.toString().contains("/src/main/"))
                    .toList();
        }
    }

    private static Path japanese(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(ENGLISH, "_ja.properties"));
    }

    private static Properties read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
