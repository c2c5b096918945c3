package org.sekisho.server;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Stream;

/** What people read, in their language. */
final class Texts {

    private static final String BUNDLE = "org.sekisho.server.server";

    private final ResourceBundle bundle;

    private Texts(Locale language) {
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                language,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /**
     * Chooses the language as POSIX programs do: LC_ALL before LC_MESSAGES before LANG. A locale that isn't installed still names
     * a language, so the variables are asked before the Java virtual machine is.
     */
    static Texts of(Map<String, String> environment, Locale otherwise) {
        String language = Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse(otherwise.getLanguage());
        return new Texts(language.startsWith("ja") ? Locale.JAPANESE : Locale.ENGLISH);
    }

    String say(String key, String... parameters) {
        return new MessageFormat(bundle.getString(key), bundle.getLocale()).format(parameters);
    }

    String say(StartError error, List<String> parameters) {
        return say(error.name(), parameters.toArray(String[]::new));
    }
}
