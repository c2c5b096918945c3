package org.sekisho.domain.party;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.shared.SharedError;

class NameTest {

    @Test
    void oneLanguageStandsForTheOther() {
        assertEquals("Sato", Name.of("Sato", null).in(ReadingLanguage.JA));
        assertEquals("佐藤", Name.of("", "佐藤").in(ReadingLanguage.EN));
        assertEquals("Sato", Name.of(" Sato ", "佐藤").in(ReadingLanguage.EN));
        assertEquals("佐藤", Name.of("Sato", "佐藤").in(ReadingLanguage.JA));
    }

    @Test
    void aNameIsInOneLanguageAtLeast() {
        assertRefused(PartyError.NAME_REQUIRED, () -> Name.of(" ", null));
    }

    @Test
    void oneNameHasOneForm() {
        assertEquals(Name.of("", "がぎ"), Name.of("", "\u304B\u3099\u304D\u3099"));
    }

    @Test
    void aNameHasALimitAndNoHiddenCharacters() {
        assertRefused(SharedError.TOO_LONG, () -> Name.of("a".repeat(Name.LIMIT + 1), ""));
        assertRefused(SharedError.MALFORMED, () -> Name.of("abc\u202Ecba", ""));
    }

    @Test
    void languagesAreKnownByTheirTag() {
        assertEquals(Optional.of(ReadingLanguage.JA), ReadingLanguage.ofTag(" JA "));
        assertTrue(ReadingLanguage.ofTag("fr").isEmpty());
        assertEquals("en", ReadingLanguage.EN.tag());
        assertEquals(Locale.JAPANESE, ReadingLanguage.JA.locale());
    }
}
