package org.sekisho.domain.assurance.control;

import java.text.Normalizer;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Checks;

/**
 * A text in English and in Japanese. One of the two may be missing; then the other stands for it.
 *
 * @param en in English; empty where there is none
 * @param ja in Japanese; empty where there is none
 */
public record Wording(String en, String ja) {

    /** Reads the texts as they stand in a file, brought to NFC; at least one has to be there. */
    static Wording of(@Nullable String en, @Nullable String ja, String field, int limit) {
        String english = text(en, field, limit);
        String japanese = text(ja, field, limit);
        return new Wording(
                english.isEmpty() && japanese.isEmpty() ? Checks.requireText(en, field, limit) : english, japanese);
    }

    private static String text(@Nullable String value, String field, int limit) {
        return Normalizer.normalize(Checks.optionalText(value, field, limit), Normalizer.Form.NFC);
    }

    /** The text for a reader of this language. */
    public String in(ReadingLanguage language) {
        return switch (language) {
            case EN -> en.isEmpty() ? ja : en;
            case JA -> ja.isEmpty() ? en : ja;
        };
    }

    /** Whether either holds these words. */
    boolean holds(String lowerCase) {
        return en.toLowerCase(Locale.ROOT).contains(lowerCase)
                || ja.toLowerCase(Locale.ROOT).contains(lowerCase);
    }
}
