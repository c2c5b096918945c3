package org.sekisho.proof.verify;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of the command line in English or Japanese. */
final class Messages {

    private final Locale locale;
    private final ResourceBundle texts;

    private Messages(Locale locale) {
        this.locale = locale;
        this.texts = ResourceBundle.getBundle(
                "org.sekisho.proof.verify.verify",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** Japanese where it is asked for, else English. */
    static Messages of(String language) {
        return new Messages(language.equals(Locale.JAPANESE.getLanguage()) ? Locale.JAPANESE : Locale.ENGLISH);
    }

    String text(String key, List<?> parameters) {
        Object[] printable = parameters.stream()
                .map(parameter -> parameter instanceof String text ? visible(text) : parameter)
                .toArray();
        return new MessageFormat(texts.getString(key), locale).format(printable);
    }

    String text(String key) {
        return text(key, List.of());
    }

    /** What a pack holds goes to a terminal: control and other unseen characters are shown as their code. */
    private static String visible(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            switch (Character.getType(c)) {
                case Character.CONTROL,
                        Character.FORMAT,
                        Character.SURROGATE,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR -> visible.append(String.format("\\u%04x", c));
                default -> visible.appendCodePoint(c);
            }
        });
        return visible.toString();
    }
}
