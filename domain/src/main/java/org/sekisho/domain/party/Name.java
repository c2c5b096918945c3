package org.sekisho.domain.party;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.shared.Checks;

/**
 * What a person or an organisation is called in English and in Japanese. One of the two may be missing; then the other stands for it.
 *
 * @param en in English; empty where there is none
 * @param ja in Japanese; empty where there is none
 */
public record Name(String en, String ja) {

    /** The most characters of either. */
    public static final int LIMIT = 120;

    public Name {
        Checks.check(!en.isEmpty() || !ja.isEmpty(), PartyError.NAME_REQUIRED);
    }

    /** Reads the names as typed: white space at the ends goes, the characters are brought to NFC. */
    public static Name of(@Nullable String en, @Nullable String ja) {
        return new Name(text(en, "nameEn"), text(ja, "nameJa"));
    }

    private static String text(@Nullable String value, String field) {
        return Normalizer.normalize(Checks.optionalText(value, field, LIMIT), Normalizer.Form.NFC);
    }

    /** The name for a reader of this language. */
    public String in(ReadingLanguage language) {
        return switch (language) {
            case EN -> en.isEmpty() ? ja : en;
            case JA -> ja.isEmpty() ? en : ja;
        };
    }
}
