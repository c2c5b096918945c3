package org.sekisho.house;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the sources must not hold. */
class SourcesTest {

    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern SYSTEM_CLOCK = Pattern.compile(
            "\\b(Instant|LocalDate|LocalTime|LocalDateTime|OffsetDateTime|OffsetTime|ZonedDateTime|Year|YearMonth|MonthDay)\\.now\\("
                    + "|new Date\\(\\)|System\\.currentTimeMillis\\(|Clock\\.(system|tick)");

    /** Where the clock of the machine comes in: the clock itself, the readiness that compares it, and the ids in its order. */
    private static final List<String> OF_THE_CLOCK =
            List.of("/domain/shared/ClockOffset.java", "/domain/shared/Ids.java", "/web/shared/Readiness.java");

    private static final Pattern SQL_CLOCK = Pattern.compile(
            "\\b(now\\(\\)|current_timestamp|current_date|current_time\\b|localtime\\b|localtimestamp|timeofday\\("
                    + "|(transaction|statement|clock)_timestamp\\()",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern KANA_OR_KANJI = Pattern.compile("[\\u3040-\\u30ff\\u4e00-\\u9fff]");
    private static final Pattern BREAKS_THE_POLICY =
            Pattern.compile("<f:ajax|\\son[a-z]+=\"|\\sstyle=\"|<h:commandLink");

    @Test
    void nothingOutsideSharedReadsTheMachinesClock() throws IOException {
        assertEquals(
                List.of(),
                find(
                        "java",
                        SYSTEM_CLOCK,
                        path -> path.contains("/src/main/")
                                && OF_THE_CLOCK.stream().noneMatch(path::endsWith)
                                && !path.startsWith("server/")
                                // A program of its own, which runs where there is no portal.
                                && !path.endsWith("/proof/verify/Main.java")));
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
    void sentencesStandInBundlesAndNotInClasses() throws IOException {
        assertEquals(List.of(), scan("java", TextScan::inClass, path -> path.contains("/src/main/")));
    }

    @Test
    void textForPeopleStandsInBundlesAndNotInPages() throws IOException {
        assertEquals(List.of(), scan("xhtml", TextScan::inPage, path -> path.contains("/webapp/")));
    }

    @Test
    void theScanFindsSentencesInClasses() {
        for (String literal :
                List.of("The draft was changed.", "Title and parties", "{0} days left", "not yet signed.")) {
            boolean sentence = !literal.startsWith("{");
            String source = "class A {\n  void a() { notices.done(\"" + literal + "\"); }\n}";
            assertEquals(sentence ? List.of("2: " + literal) : List.of(), TextScan.inClass(source));
        }
        String others =
                "class A { /** The draft was \"Changed it now\". */ void a() { LOG.log(INFO, \"It was changed\"); "
                        + "throw new IllegalStateException(\n\"It was changed\"); } String key = \"draft.done\"; char c = '\"'; }";
        assertEquals(List.of(), TextScan.inClass(others));
    }

    @Test
    void theScanFindsWordsInPages() {
        assertEquals(List.of("Save"), TextScan.inPage("<button>\n  Save\n</button>"));
        assertEquals(List.of("the draft"), TextScan.inPage("<p>#{text['a']} the draft</p>"));
        assertEquals(List.of("Close"), TextScan.inPage("<button aria-label=\"Close\"></button>"));
        assertEquals(List.of("Send"), TextScan.inPage("<input type=\"submit\" value=\"Send\"/>"));
        assertEquals(List.of("in force"), TextScan.inPage("<p>#{row.active ? 'in force' : ''}</p>"));
        assertEquals(List.of("案文"), TextScan.inPage("<p title=\"案文\">#{text['a.b']}</p>"));
        assertEquals(List.of(), TextScan.inPage("<!-- Save --><p class=\"muted small\">#{text['a.b']} · 12</p>"));
    }

    @Test
    void pagesHoldNothingThatTheContentSecurityPolicyForbids() throws IOException {
        assertEquals(List.of(), find("xhtml", BREAKS_THE_POLICY, path -> path.contains("/webapp/")));
    }

    @Test
    void thereAreSourcesToLookAt() throws IOException {
        assertTrue(find("java", Pattern.compile("class "), path -> true).size() > 50, "The root is wrong: " + ROOT);
    }

    private static List<String> scan(String extension, Function<String, List<String>> finding, Predicate<String> where)
            throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(extension, where)) {
            finding.apply(Files.readString(source)).forEach(each -> found.add(ROOT.relativize(source) + ": " + each));
        }
        return found;
    }

    private static List<Path> sources(String extension, Predicate<String> where) throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(path -> path.toString().endsWith("." + extension))
                    .filter(path -> !path.toString().contains("/target/"))
                    .filter(path -> where.test(ROOT.relativize(path).toString()))
                    .sorted()
                    .toList();
        }
    }

    private static List<String> find(String extension, Pattern pattern, Predicate<String> where) throws IOException {
        List<String> found = new ArrayList<>();
        for (Path source : sources(extension, where)) {
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
        return found;
    }
}
