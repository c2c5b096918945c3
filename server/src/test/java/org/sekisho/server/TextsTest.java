package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TextsTest {

    private static final Texts ENGLISH = Texts.of(Map.of("LANG", "en_GB.UTF-8"), Locale.JAPANESE);
    private static final Texts JAPANESE = Texts.of(Map.of("LANG", "ja_JP.UTF-8"), Locale.ENGLISH);

    @ParameterizedTest
    @EnumSource(StartError.class)
    void everyRefusalIsOneSentenceInBothLanguages(StartError error) {
        for (Texts texts : List.of(ENGLISH, JAPANESE)) {
            String sentence = texts.say(error, List.of("first", "second", "third"));
            assertEquals(1, sentence.lines().count(), sentence);
            assertFalse(sentence.contains("{"), sentence);
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertEquals(keys(Locale.ENGLISH), keys(Locale.JAPANESE));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    ja_JP.UTF-8, '',          '',    en, 停止
                    '',          ja_JP.UTF-8, '',    en, 停止
                    '',          '',          ja_JP, en, 停止
                    '',          '',          '',    ja, 停止
                    C,           ja_JP.UTF-8, ja_JP, ja, stopped
                    '',          '',          C,     ja, stopped
                    '',          '',          '',    fr, stopped
                    """)
    void theLanguageIsTheLocales(String all, String messages, String lang, String virtualMachine, String expected) {
        Texts texts = Texts.of(
                Map.of("LC_ALL", all, "LC_MESSAGES", messages, "LANG", lang), Locale.forLanguageTag(virtualMachine));
        assertTrue(texts.say("stopped").contains(expected), texts.say("stopped"));
    }

    private static Set<String> keys(Locale language) {
        return ResourceBundle.getBundle(
                        "org.sekisho.server.server",
                        language,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .keySet();
    }
}
