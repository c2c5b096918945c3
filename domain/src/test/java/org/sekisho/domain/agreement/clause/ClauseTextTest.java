package org.sekisho.domain.agreement.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.domain.agreement.clause.AuditClause.AssuranceLevel;
import org.sekisho.domain.agreement.clause.AuditClause.Standard;
import org.sekisho.domain.agreement.clause.Document.Article;
import org.sekisho.domain.agreement.clause.Document.Paragraph;
import org.sekisho.domain.agreement.clause.DocumentHead.NamedParty;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonReader;

class ClauseTextTest {

    static final DocumentHead HEAD = new DocumentHead(
            "AGR-2026-0004",
            3,
            new Words("Aoba Bank: controlled trial", "青葉銀行における管理された試行"),
            List.of(
                    new NamedParty(PartyRole.INSTITUTION_RECEIVING, new Words("Aoba Bank, Ltd.", "株式会社青葉銀行")),
                    new NamedParty(PartyRole.PROVIDER, new Words("Model Provider KK", "モデル提供株式会社")),
                    new NamedParty(PartyRole.SECRETARIAT, new Words("Secretariat", "事務局"))),
            Optional.empty());

    private static final Pattern LEFT_OVER = Pattern.compile("[{}]|null|Optional");

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyClauseIsTheArticleOfItsNumber(Language language) {
        Document document = ClauseText.document(HEAD, SampleClauses.all(), language);
        for (ClauseKind kind : ClauseKind.values()) {
            Article article = document.articles().get(kind.number() - 1);
            assertTrue(article.label().contains(Integer.toString(kind.number())), article.label());
            assertFalse(article.paragraphs().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void nothingUnfilledIsLeftInTheText(Language language) {
        for (Article article :
                ClauseText.document(HEAD, SampleClauses.all(), language).articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                assertFalse(LEFT_OVER.matcher(paragraph.text()).find(), paragraph.text());
            }
        }
    }

    @Test
    void bothLanguagesHaveTheSameArticlesAndParagraphs() {
        List<String> english = shape(ClauseText.document(HEAD, SampleClauses.all(), Language.EN));
        List<String> japanese = shape(ClauseText.document(HEAD, SampleClauses.all(), Language.JA));
        assertEquals(english, japanese);
    }

    private static List<String> shape(Document document) {
        return document.articles().stream()
                .map(article -> article.key()
                        + article.paragraphs().stream()
                                .map(paragraph -> paragraph.items().size() + "/"
                                        + paragraph
                                                .table()
                                                .map(table -> table.rows().size())
                                                .orElse(-1))
                                .toList())
                .toList();
    }

    @Test
    void bothBundlesHaveTheSameKeys() throws IOException {
        assertEquals(keys("document_en.properties"), keys("document_ja.properties"));
    }

    private static Set<String> keys(String name) throws IOException {
        Properties properties = new Properties();
        try (var stream = Objects.requireNonNull(ClauseText.class.getResourceAsStream(name))) {
            properties.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return properties.stringPropertyNames();
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void missingClauseSaysThatNothingIsPermitted(Language language) {
        Document document = ClauseText.document(HEAD, List.of(), language);
        assertEquals(ClauseKind.values().length, document.articles().size());
        String expected =
                switch (language) {
                    case EN -> "No act that requires a provision of this Article is permitted.";
                    case JA -> "本条の定めを要する行為は、許可されない。";
                };
        for (Article article : document.articles()) {
            assertTrue(article.paragraphs().get(0).text().endsWith(expected), article.label());
        }
    }

    @Test
    void japaneseIsWrittenAsAnAgreementIs() {
        Article general = ClauseText.article(SampleClauses.general(), HEAD, Language.JA);
        assertEquals("第1条", general.label());
        assertEquals("目的及び有効期間", general.heading());
        assertEquals(
                "本協定の有効期間は、2026年5月28日から2027年3月31日までとする。期間は日本標準時により計算し、その末日を含む。",
                general.paragraphs().get(2).text());
    }

    @Test
    void numbersAreInTheSingularWhereTheyAreOne() {
        GeneralClause once = new GeneralClause(
                LocalDate.of(2026, 5, 28),
                LocalDate.of(2026, 5, 28),
                Language.EN,
                new Words("Japan", "日本国"),
                new Words("Tokyo District Court", "東京地方裁判所"),
                1,
                GeneralClause.Subcontracting.FORBIDDEN,
                Optional.empty(),
                1,
                Optional.empty());
        Document document = ClauseText.document(HEAD, List.of(once), Language.EN);
        String text = CanonicalJson.text(document.toJson());
        assertTrue(text.contains("for 1 year after"));
        assertTrue(text.contains("at least 1 day beforehand"));
    }

    @Test
    void amendmentSaysFromWhenItGoverns() {
        DocumentHead later = new DocumentHead(
                HEAD.number(), 4, HEAD.title(), HEAD.parties(), Optional.of(LocalDate.of(2026, 10, 1)));
        Article article = ClauseText.article(SampleClauses.general(), later, Language.EN);
        assertTrue(article.paragraphs().get(3).text().contains("1 October 2026, whichever is later"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void alternativesOfEachClauseHaveTheirWords(Language language) {
        List<Clause> alternatives = List.of(
                new ExportClause(List.of()),
                LiveFireClause.forbidden(),
                new DataHandlingClause(Tlp.CLEAR, Set.of(), 30, 365, 1),
                new AuditClause(90, 0, Standard.AGREED_UPON_PROCEDURES, AssuranceLevel.NONE, 1, 1));
        for (Clause clause : alternatives) {
            Article article = ClauseText.article(clause, HEAD, language);
            for (Paragraph paragraph : article.paragraphs()) {
                assertFalse(LEFT_OVER.matcher(paragraph.text()).find(), paragraph.text());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void valuesAreNeverTakenForPlacesToFill(Language language) {
        ScopeClause scope = new ScopeClause(
                "{versions}",
                "1",
                Set.of(Purpose.VULNERABILITY_DETECTION),
                SampleClauses.scope().systems(),
                List.of());
        String text =
                ClauseText.article(scope, HEAD, language).paragraphs().get(0).text();
        assertTrue(text.contains("{versions}"), text);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void textAsJsonIsReadable(Language language) {
        Document document = ClauseText.document(HEAD, SampleClauses.all(), language);
        assertNotNull(JsonReader.read(CanonicalJson.write(document.toJson())));
    }
}
