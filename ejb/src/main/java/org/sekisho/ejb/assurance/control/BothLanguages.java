package org.sekisho.ejb.assurance.control;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.ejb.shared.Phrases;

/** Texts of documents that have one member for what people read: in English, a stroke, and in Japanese. */
final class BothLanguages {

    private static final List<String> BUNDLES = List.of("org.sekisho.ejb.text.document");
    private static final String BETWEEN = " / ";

    private final Phrases english = in(ReadingLanguage.EN);
    private final Phrases japanese = in(ReadingLanguage.JA);

    private static Phrases in(ReadingLanguage language) {
        Locale locale = language.locale();
        return Phrases.of(BUNDLES, locale, BothLanguages.class.getClassLoader());
    }

    String text(String key) {
        return text(key, Map.of());
    }

    String text(String key, Map<String, ?> parameters) {
        return joined(english.text(key, parameters), japanese.text(key, parameters));
    }

    /** A text about something that itself has a name in both languages. */
    String about(String key, String name, String nameKey) {
        return joined(
                english.text(key, Map.of(name, english.text(nameKey))),
                japanese.text(key, Map.of(name, japanese.text(nameKey))));
    }

    static String name(Name name) {
        return joined(name.in(ReadingLanguage.EN), name.in(ReadingLanguage.JA));
    }

    private static String joined(String en, String ja) {
        return en.equals(ja) ? en : en + BETWEEN + ja;
    }
}
