package org.sekisho.domain.party.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sekisho.domain.party.PartyExamples.assertRefused;

import java.text.Normalizer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.party.EmailAddress;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.shared.Refusal;

class PasswordRulesTest {

    private static final List<String> WORDS =
            PasswordRules.words(EmailAddress.of("hanako.sato@aoba.example"), "aoba", Name.of("Aoba Bank", "青葉銀行"));

    private final PasswordRules rules = new PasswordRules((password, words) -> 4);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "correct horse battery",
                "aaaaaaaaaaaa",
                "123456789012",
                "ひらがなだけのあいことば",
                "😀😀😀😀😀😀😀😀😀😀😀😀"
            })
    void noKindOfCharacterIsAskedFor(String password) {
        assertEquals(password, rules.require(password, WORDS));
    }

    @Test
    void lengthIsCountedInCharactersAsPeopleSeeThem() {
        assertRefused(AccountError.PASSWORD_TOO_SHORT, () -> rules.require("a".repeat(11), WORDS));
        assertRefused(AccountError.PASSWORD_TOO_SHORT, () -> rules.require("😀".repeat(11), WORDS));
        assertRefused(AccountError.PASSWORD_TOO_SHORT, () -> rules.require("が".repeat(11), WORDS));
        assertRefused(AccountError.PASSWORD_TOO_SHORT, () -> rules.require("\u304B\u3099".repeat(11), WORDS));
        assertEquals(12, rules.require("a".repeat(12), WORDS).length());
        assertEquals(256, rules.require("😀".repeat(128), WORDS).length());
        assertRefused(AccountError.PASSWORD_TOO_LONG, () -> rules.require("a".repeat(129), WORDS));
        assertRefused(AccountError.PASSWORD_TOO_LONG, () -> rules.require("😀".repeat(129), WORDS));
        assertRefused(AccountError.PASSWORD_TOO_LONG, () -> rules.require("a".repeat(1_000_000), WORDS));
    }

    @Test
    void everyKeyboardTypesTheSamePassword() {
        String composed = "がぎぐげござじずぜぞだぢ";
        String decomposed = Normalizer.normalize(composed, Normalizer.Form.NFD);
        assertEquals(composed, rules.require(decomposed, WORDS));
        assertEquals(composed, PasswordRules.normalise(decomposed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcdefghijkl\u0000", "abcdefghij\tkl", "abcdefghijkl\uD83D", "abcdefghijk\nl"})
    void whatCannotBeTypedIsRefused(String password) {
        assertRefused(AccountError.PASSWORD_CHARACTERS, () -> rules.require(password, WORDS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hanako.sato@aoba.example",
                "my-HANAKO.SATO-2026",
                "I work for Aoba now",
                "which bank is it then",
                "これは青葉銀行のあいことばです"
            })
    void thePersonsOwnWordsAreRefused(String password) {
        Refusal refusal = assertRefused(AccountError.PASSWORD_PERSONAL, () -> rules.require(password, WORDS));
        assertTrue(refusal.parameters().isEmpty());
    }

    @Test
    void shortWordsDoNotCount() {
        List<String> words = PasswordRules.words(EmailAddress.of("a.b@ab.example"), "ab", Name.of("AB", "ＡＢ"));
        assertEquals(List.of("a.b@ab.example"), words);
    }

    @ParameterizedTest
    @CsvSource({"0, false", "1, false", "2, false", "3, true", "4, true"})
    void whatWouldBeGuessedSoonIsRefused(int strength, boolean taken) {
        PasswordRules estimated = new PasswordRules((password, words) -> strength);
        if (taken) {
            assertEquals("a sound password", estimated.require("a sound password", WORDS));
        } else {
            assertRefused(AccountError.PASSWORD_WEAK, () -> estimated.require("a sound password", WORDS));
        }
    }

    @Test
    void theEstimateKnowsThePersonsWords() {
        PasswordRules estimated = new PasswordRules((password, words) -> words.equals(WORDS) ? 4 : 0);
        assertEquals("a sound password", estimated.require("a sound password", WORDS));
    }

    @Test
    void whatIsEmptyOrEndlessIsNotCompared() {
        assertFalse(PasswordRules.isComparable(""));
        assertTrue(PasswordRules.isComparable("x"));
        assertTrue(PasswordRules.isComparable("😀".repeat(128)));
        assertFalse(PasswordRules.isComparable("x".repeat(513)));
    }
}
