package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources must not hold. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SYSTEM_CLOCK = Pattern.compile(
            "Instant\\.now\\(\\)|LocalDate\\.now\\(|LocalDateTime\\.now\\(|OffsetDateTime\\.now\\(|ZonedDateTime\\.now\\(|new Date\\(\\)"
                    + "|System\\.currentTimeMillis\\(|Clock\\.system");
    private static final Pattern SQL_CLOCK = Pattern.compile(
            "\\b(now\\(\\)|current_timestamp|current_date|localtimestamp|transaction_timestamp\\(|statement_timestamp\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KANA_OR_KANJI = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
    private static final Pattern TEXT_IN_PAGE =
            Pattern.compile(">[^<>#{}]*[A-Za-z\\u3040-\\u30ff\\u4e00-\\u9fff]{4,}[^<>#{}]*<");
    private static final Pattern BREAKS_THE_POLICY =
            Pattern.compile("<f:ajax|\\son[a-z]+=\"|\\sstyle=\"|<h:commandLink");

    /** The product's name, the names of languages and of keys, which are the same in every language. */
    private static final List<String> SAME_EVERYWHERE = List.of(">SEKISHO<", ">日本語<", "<kbd>Enter</kbd>");

    @Test
    void nothingOutsideSharedReadsTheMachinesClock() throws IOException {
        assertEquals(
                List.of(),
                find(
                        "java",
                        SYSTEM_CLOCK,
                        path -> path.contains("/src/main/")
                                && !path.contains("/shared/")
                                && !path.startsWith("server/")));
    }

    @Test
    void sqlNeverAsksForTheTime() throws IOException {
        List<String> found = find("sql", SQL_CLOCK, path -> path.contains("/src/main/"));
        found.addAll(find("java", SQL_CLOCK, path -> path.startsWith("persistence/src/main/")));
        assertEquals(List.of(), found);
    }

    @Test
    void textForPeopleStandsInBundlesAndNotInClasses() throws IOException {
        assertEquals(List.of(), find("java", KANA_OR_KANJI, path -> path.contains("/src/main/")));
    }

    @Test
    void textForPeopleStandsInBundlesAndNotInPages() throws IOException {
        List<String> found = find("xhtml", TEXT_IN_PAGE, path -> path.contains("/webapp/"));
        found.removeIf(line -> SAME_EVERYWHERE.stream().anyMatch(line::contains));
        assertEquals(List.of(), found);
    }

    @Test
    void pagesHoldNothingThatTheContentSecurityPolicyForbids() throws IOException {
        assertEquals(List.of(), find("xhtml", BREAKS_THE_POLICY, path -> path.contains("/webapp/")));
    }

    @Test
    void thereAreSourcesToLookAt() throws IOException {
        assertTrue(find("java", Pattern.compile("class "), path -> true).size() > 50, "The root is wrong: " + ROOT);
    }

    private static List<String> find(String extension, Pattern pattern, java.util.function.Predicate<String> where)
            throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(ROOT)) {
            List<Path> sources = files.filter(path -> path.toString().endsWith("." + extension))
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> where.test(ROOT.relativize(path).toString()))
                    .sorted()
                    .toList();
            for (Path source : sources) {
                List<String> lines = Files.readAllLines(source);
                for (int i = 0; i < lines.size(); i++) {
                    String line = lines.get(i);
                    boolean comment = line.strip().startsWith("*")
                            || line.strip().startsWith("//")
                            || line.strip().startsWith("/*")
                            || line.strip().startsWith("--")
                            || line.strip().startsWith("<!--");
                    Matcher matcher = pattern.matcher(line);
                    if (!comment && matcher.find()) {
                        found.add(ROOT.relativize(source) + ":" + (i + 1) + ": " + line.strip());
                    }
                }
            }
        }
        return found;
    }
}
