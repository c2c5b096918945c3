package org.sekisho.domain.agreement.comparison;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.Clause;
import org.sekisho.domain.agreement.clause.ClauseKind;
import org.sekisho.domain.agreement.clause.ClauseText;
import org.sekisho.domain.agreement.clause.Document;
import org.sekisho.domain.agreement.clause.DocumentHead;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.clause.SampleClauses;
import org.sekisho.domain.agreement.clause.ScopeClause;
import org.sekisho.domain.agreement.clause.ScopeClause.NamedSystem;
import org.sekisho.domain.agreement.clause.Words;

class VersionComparisonTest {

    private static final DocumentHead HEAD =
            new DocumentHead("AGR-2026-0004", 1, new Words("Trial", "試行"), List.of(), Optional.empty());

    private static ScopeClause scope(String version, Set<Purpose> purposes, NamedSystem... systems) {
        return new ScopeClause("guardian", version, purposes, List.of(systems), List.of());
    }

    private static NamedSystem system(String id, String name) {
        return new NamedSystem(id, new Words(name, name + "系"));
    }

    private static Document document(Language language, Clause... clauses) {
        return ClauseText.document(HEAD, List.of(clauses), language);
    }

    private static ArticleDifference article(List<ArticleDifference> articles, String key) {
        return articles.stream()
                .filter(article -> article.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void sameClausesDoNotDiffer() {
        for (ClauseDifference clause : VersionComparison.clauses(SampleClauses.all(), SampleClauses.all())) {
            assertEquals(Change.SAME, clause.change());
            assertTrue(clause.members().isEmpty());
        }
    }

    @Test
    void clausesAreAddedRemovedAndChanged() {
        List<ClauseDifference> differences = VersionComparison.clauses(
                List.of(SampleClauses.usage(1), SampleClauses.audit()),
                List.of(SampleClauses.usage(2), SampleClauses.playbooks()));
        assertEquals(
                List.of(
                        new ClauseDifference(ClauseKind.AUDIT, Change.REMOVED, List.of()),
                        new ClauseDifference(ClauseKind.PLAYBOOKS, Change.ADDED, List.of()),
                        new ClauseDifference(
                                ClauseKind.USAGE,
                                Change.CHANGED,
                                List.of(new MemberDifference(
                                        "requestsPerDay", Change.CHANGED, Optional.of("1"), Optional.of("2"))))),
                differences);
    }

    @Test
    void entriesOfListsAreFoundByTheirCodes() {
        ScopeClause before =
                scope("1.*", Set.of(Purpose.VULNERABILITY_DETECTION), system("a", "Gateway"), system("b", "Banking"));
        ScopeClause after = scope(
                "2.*",
                Set.of(Purpose.VULNERABILITY_DETECTION, Purpose.REMEDIATION_PLANNING),
                system("c", "Cards"),
                system("a", "Settlement gateway"));
        List<String> members =
                ClauseDifference.of(ClauseKind.SCOPE, Optional.of(before), Optional.of(after)).members().stream()
                        .map(member -> member.change() + " " + member.path())
                        .toList();
        assertEquals(
                List.of(
                        "ADDED purposes[REMEDIATION_PLANNING]",
                        "CHANGED systems[a].name.en",
                        "CHANGED systems[a].name.ja",
                        "REMOVED systems[b]",
                        "ADDED systems[c]",
                        "CHANGED versions"),
                members);
    }

    @Test
    void orderAloneIsADifferenceOfItsOwn() {
        ScopeClause before = scope("1", Set.of(Purpose.VULNERABILITY_DETECTION), system("a", "A"), system("b", "B"));
        ScopeClause after = scope("1", Set.of(Purpose.VULNERABILITY_DETECTION), system("b", "B"), system("a", "A"));
        assertEquals(
                List.of(new MemberDifference("systems", Change.CHANGED, Optional.of("a, b"), Optional.of("b, a"))),
                ClauseDifference.of(ClauseKind.SCOPE, Optional.of(before), Optional.of(after))
                        .members());
    }

    @Test
    void nothingIsNotCompared() {
        assertThrows(
                IllegalArgumentException.class,
                () -> ClauseDifference.of(ClauseKind.SCOPE, Optional.empty(), Optional.empty()));
    }

    @Test
    void changedWordsAreMarkedInEnglish() {
        ArticleDifference usage = article(
                VersionComparison.articles(
                        document(Language.EN, SampleClauses.usage(2_000)),
                        document(Language.EN, SampleClauses.usage(5_000))),
                "usage");
        assertEquals(Change.CHANGED, usage.change());
        LinePair line = usage.lines().get(0);
        assertEquals(List.of("2"), marked(line.before()));
        assertEquals(List.of("5"), marked(line.after()));
        assertEquals(Change.SAME, usage.lines().get(1).change());
    }

    @Test
    void changedWordsAreMarkedInJapanese() {
        ArticleDifference general = article(
                VersionComparison.articles(
                        document(Language.JA, SampleClauses.general()),
                        document(
                                Language.JA,
                                SampleClauses.general(SampleClauses.FIRST_DAY, SampleClauses.LAST_DAY.plusMonths(6)))),
                "general");
        LinePair term = general.lines().stream()
                .filter(line -> line.change() == Change.CHANGED)
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("3", "31"), marked(term.before()));
        assertEquals(List.of("9", "30"), marked(term.after()));
    }

    private static List<String> marked(Optional<Line> line) {
        return line.orElseThrow().spans().stream()
                .filter(Span::changed)
                .map(Span::text)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void bothSidesReadAsTheyWere(Language language) {
        Document before = document(language, SampleClauses.all().toArray(Clause[]::new));
        Document after = document(
                language,
                SampleClauses.general(SampleClauses.FIRST_DAY, SampleClauses.LAST_DAY.minusDays(9)),
                SampleClauses.usage(7),
                scope("9", Set.of(Purpose.REMEDIATION_PLANNING), system("x", "New system")));
        List<ArticleDifference> articles = VersionComparison.articles(before, after);
        assertEquals(
                plain(before),
                articles.stream().flatMap(each -> side(each, false).stream()).toList());
        assertEquals(
                plain(after),
                articles.stream().flatMap(each -> side(each, true).stream()).toList());
    }

    private static List<String> side(ArticleDifference article, boolean after) {
        return article.lines().stream()
                .flatMap(line -> (after ? line.after() : line.before()).stream())
                .map(Line::text)
                .toList();
    }

    private static List<String> plain(Document document) {
        List<String> lines = new ArrayList<>();
        document.articles().forEach(article -> article.paragraphs().forEach(paragraph -> {
            lines.add(paragraph.text());
            paragraph.items().forEach(item -> lines.add(item.text()));
            paragraph.table().ifPresent(table -> {
                lines.add(String.join(" | ", table.columns()));
                table.rows().forEach(row -> lines.add(String.join(" | ", row)));
            });
        }));
        return lines;
    }

    @Test
    void paragraphThatOnlyMovedIsNotChanged() {
        NamedSystem system = system("a", "A");
        ArticleDifference article = article(
                VersionComparison.articles(
                        document(Language.EN, scope("1", Set.of(Purpose.REMEDIATION_PLANNING), system)),
                        document(Language.EN, scope("1*", Set.of(Purpose.REMEDIATION_PLANNING), system))),
                "scope");
        List<Change> changes =
                article.lines().stream().map(LinePair::change).distinct().toList();
        assertEquals(List.of(Change.CHANGED, Change.ADDED, Change.SAME), changes);
        LinePair purposes = article.lines().get(2);
        assertEquals("2.", purposes.before().orElseThrow().label());
        assertEquals("3.", purposes.after().orElseThrow().label());
    }

    @Test
    void furtherProvisionsComeAndGoAsArticles() {
        Document with = document(Language.EN, SampleClauses.general());
        Document without = document(Language.EN);
        assertEquals(
                Change.ADDED,
                article(VersionComparison.articles(without, with), "further").change());
        assertEquals(
                Change.REMOVED,
                article(VersionComparison.articles(with, without), "further").change());
    }

    @Test
    void longTextsAreComparedInTime() {
        String one = IntStream.range(0, 3_500).mapToObj(Integer::toString).collect(Collectors.joining(" "));
        List<String> before = List.of(one.split(" "));
        List<String> after = before.stream().map(word -> word + "x").toList();
        assertTimeout(Duration.ofSeconds(10), () -> Alignment.of(before, after));
    }

    @Test
    void alignmentIsLongest() {
        List<String> before = List.of("a", "b", "c", "d", "e");
        List<String> after = List.of("x", "b", "d", "c", "e", "y");
        long common = Alignment.of(before, after).stream()
                .filter(Alignment.Pair::isCommon)
                .count();
        assertEquals(3, common);
    }
}
