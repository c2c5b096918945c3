package org.sekisho.domain.party;

import java.util.Locale;
import java.util.Optional;

/** The languages in which the portal speaks to a person. */
public enum ReadingLanguage {
    EN,
    JA;

    /** The language tag (BCP 47): {@code en} or {@code ja}. */
    public String tag() {
        return name().toLowerCase(Locale.ROOT);
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag());
    }

    /** The language with this tag, in either case. */
    public static Optional<ReadingLanguage> ofTag(String tag) {
        for (ReadingLanguage language : values()) {
            if (language.tag().equalsIgnoreCase(tag.strip())) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
