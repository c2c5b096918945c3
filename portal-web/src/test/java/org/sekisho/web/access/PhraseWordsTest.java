package org.sekisho.web.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.agreement.access.Condition;
import org.sekisho.domain.agreement.access.FoundCode;
import org.sekisho.domain.agreement.access.Phrase;
import org.sekisho.domain.agreement.access.RemedyCode;
import org.sekisho.domain.agreement.access.Wording;
import org.sekisho.domain.agreement.clause.Action;
import org.sekisho.domain.agreement.clause.Phase;
import org.sekisho.domain.agreement.clause.Purpose;
import org.sekisho.domain.agreement.freeze.FreezeKind;
import org.sekisho.domain.party.Role;
import org.sekisho.web.text.Words;

/** Whatever a decision finds can be said in both languages. */
class PhraseWordsTest {

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.JAPANESE);

    @Test
    void everyFindingAndRemedyHasASentenceThatNamesOnlyItsParameters() {
        List<String> wrong = new ArrayList<>();
        List<Wording> wordings = new ArrayList<>(List.of(FoundCode.values()));
        wordings.addAll(List.of(RemedyCode.values()));
        for (Locale language : LANGUAGES) {
            for (Wording wording : wordings) {
                String sentence = Words.in(language).find(wording.key()).orElse("");
                if (sentence.isBlank()) {
                    wrong.add(language + " lacks " + wording.key());
                }
                com.ibm.icu.text.MessageFormat format = new com.ibm.icu.text.MessageFormat(sentence, language);
                if (!wording.parameters().containsAll(format.getArgumentNames())) {
                    wrong.add(language + " " + wording.key() + " takes " + format.getArgumentNames());
                }
            }
        }
        assertEquals(List.of(), wrong);
    }

    @ParameterizedTest
    @EnumSource
    void everyConditionHasAName(Condition condition) {
        for (Locale language : LANGUAGES) {
            assertTrue(Words.in(language).find("condition." + condition.name()).isPresent(), language.toString());
            assertTrue(
                    Words.in(language)
                            .find("queue.condition." + condition.name())
                            .isPresent(),
                    language.toString());
        }
    }

    @Test
    void constantsThatPhrasesCarryAreSaidInBothLanguages() {
        List<Enum<?>> constants = new ArrayList<>(List.of(Action.values()));
        constants.addAll(List.of(Phase.values()));
        constants.addAll(List.of(Purpose.values()));
        constants.addAll(List.of(Role.values()));
        constants.addAll(List.of(FreezeKind.values()));
        for (Locale language : LANGUAGES) {
            for (Enum<?> constant : constants) {
                assertTrue(!PhraseWords.constant(constant, Words.in(language)).isBlank(), constant.name());
            }
        }
    }

    @Test
    void daysNamesAndRolesComeInTheReadersLanguage() {
        Phrase grant =
                phrase(FoundCode.GRANT_CURRENT, Map.of("role", Role.ANALYST, "until", LocalDate.of(2027, 3, 31)));
        assertEquals("Analyst, until 31 Mar 2027", PhraseWords.of(grant, Locale.ENGLISH));
        Phrase training = phrase(
                FoundCode.TRAINING_OVER,
                Map.of(
                        "training",
                        new org.sekisho.domain.agreement.clause.Words("Handling", "取扱い"),
                        "day",
                        LocalDate.of(2026, 11, 20)));
        assertTrue(PhraseWords.of(training, Locale.JAPANESE).contains("取扱い"));
        assertTrue(PhraseWords.of(training, Locale.ENGLISH).contains("Handling"));
    }

    @Test
    void hashesAreShortened() {
        Phrase signed = phrase(
                FoundCode.IN_FORCE,
                Map.of(
                        "signed", 3L,
                        "needed", 3L,
                        "version", 2L,
                        "hash", "a".repeat(64),
                        "until", LocalDate.of(2027, 3, 31)));
        String sentence = PhraseWords.of(signed, Locale.ENGLISH);
        assertTrue(sentence.contains("a".repeat(12) + "…"), sentence);
        assertTrue(!sentence.contains("a".repeat(13)), sentence);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ja"})
    void listsAreJoinedAsTheLanguageJoinsThem(String language) {
        Phrase choose = phrase(RemedyCode.CHOOSE_PURPOSE, Map.of("purposes", List.of(Purpose.values())));
        String comma = language.equals("ja") ? "、" : ", ";
        assertTrue(PhraseWords.of(choose, Locale.forLanguageTag(language)).contains(comma));
    }

    @Test
    void timesAreJapans() {
        Phrase wait = phrase(RemedyCode.WAIT_UNTIL, Map.of("at", Instant.parse("2026-11-23T15:00:00Z")));
        assertEquals("Wait until 24 Nov 2026, 00:00 JST.", PhraseWords.of(wait, Locale.ENGLISH));
    }

    private static Phrase phrase(Wording wording, Map<String, ?> parameters) {
        return new Phrase(wording, new TreeMap<>(parameters));
    }
}
