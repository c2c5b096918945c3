package org.sekisho.domain.agreement.clause;

import org.sekisho.domain.shared.Checks;

/**
 * A text in the two languages of the agreement; neither may be missing.
 *
 * @param en the English text
 * @param ja the Japanese text
 */
public record Words(String en, String ja) {

    /** The most characters in one language. */
    public static final int LIMIT = 4_000;

    public Words {
        en = Checks.requireText(en, "en", LIMIT);
        ja = Checks.requireText(ja, "ja", LIMIT);
    }

    /** The text in one language. */
    public String in(Language language) {
        return switch (language) {
            case EN -> en;
            case JA -> ja;
        };
    }

    /** The same words where they are a name: at most {@code limit} characters in each language. */
    public Words atMost(int limit, String field) {
        Checks.requireText(en, field + ".en", limit);
        Checks.requireText(ja, field + ".ja", limit);
        return this;
    }
}
