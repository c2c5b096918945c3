package org.sekisho.ejb.demo;

import java.util.List;
import java.util.Locale;
import org.sekisho.domain.agreement.clause.Words;
import org.sekisho.domain.party.Name;
import org.sekisho.ejb.shared.Phrases;

/** What the demo's people write, in both languages. */
final class DemoTexts {

    private static final List<String> BUNDLE = List.of("org.sekisho.ejb.text.demo");
    private static final String BOTH = " / ";

    private final Phrases english = Phrases.of(BUNDLE, Locale.ENGLISH, DemoTexts.class.getClassLoader());
    private final Phrases japanese = Phrases.of(BUNDLE, Locale.JAPANESE, DemoTexts.class.getClassLoader());

    Name name(String key) {
        return Name.of(english.text(key), japanese.text(key));
    }

    Words words(String key) {
        return new Words(english.text(key), japanese.text(key));
    }

    /** Where there is one field for readers of either language: both, the English first. */
    String both(String key) {
        return english.text(key) + BOTH + japanese.text(key);
    }
}
