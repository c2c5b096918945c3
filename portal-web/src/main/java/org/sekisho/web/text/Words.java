package org.sekisho.web.text;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.ejb.shared.Phrases;

/** The phrases of both languages, read once. */
public final class Words {

    /** One bundle a business module. */
    public static final List<String> BUNDLES = List.of(
            "org.sekisho.web.text.shared",
            "org.sekisho.web.text.home",
            "org.sekisho.web.text.party",
            "org.sekisho.web.text.pages-party",
            "org.sekisho.web.text.access",
            "org.sekisho.web.text.agreement",
            "org.sekisho.web.text.pages-agreement",
            "org.sekisho.web.text.pages-access",
            "org.sekisho.web.text.assurance",
            "org.sekisho.web.text.pages-assurance",
            "org.sekisho.web.text.control",
            "org.sekisho.web.text.finding",
            "org.sekisho.web.text.intake",
            "org.sekisho.web.text.report",
            "org.sekisho.web.text.decision",
            "org.sekisho.web.text.escalation",
            "org.sekisho.web.text.disclosure",
            "org.sekisho.web.text.pages-report",
            "org.sekisho.web.text.trail");

    private static final Map<Locale, Phrases> READ = new ConcurrentHashMap<>();

    private Words() {}

    /** English unless Japanese is asked for. */
    public static Phrases in(Locale locale) {
        Locale language = Locale.JAPANESE.getLanguage().equals(locale.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH;
        return READ.computeIfAbsent(language, each -> Phrases.of(BUNDLES, each, Words.class.getClassLoader()));
    }
}
