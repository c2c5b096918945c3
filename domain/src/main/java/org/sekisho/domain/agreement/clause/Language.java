package org.sekisho.domain.agreement.clause;

import java.util.Locale;

/** The languages in which every agreement is written. */
public enum Language {
    JA(Locale.JAPANESE),
    EN(Locale.ENGLISH);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The language for a reader: Japanese where the locale says so, English for everyone else. */
    public static Language of(Locale locale) {
        return locale.getLanguage().equals("ja") ? JA : EN;
    }
}
