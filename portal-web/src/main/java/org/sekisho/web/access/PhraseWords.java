package org.sekisho.web.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.domain.agreement.access.Phrase;
import org.sekisho.domain.agreement.clause.Language;
import org.sekisho.domain.shared.Days;
import org.sekisho.ejb.shared.Phrases;
import org.sekisho.web.text.Words;

/**
 * Puts a phrase of a decision into words: named things in the reader's language, days and times as people write them, constants in
 * the words for use within a sentence, lists joined, and hashes shortened to what people compare at a glance.
 */
public final class PhraseWords {

    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
    private static final int HASH_SHOWN = 12;

    private PhraseWords() {}

    /** The sentence. */
    public static String of(Phrase phrase, Locale locale) {
        Phrases phrases = Words.in(locale);
        Map<String, Object> parameters = new LinkedHashMap<>();
        phrase.parameters().forEach((name, value) -> parameters.put(name, plain(value, phrases)));
        return phrases.text(phrase.key(), parameters);
    }

    /** Several sentences, one after the other; Japanese sets no space between them. */
    public static String all(List<Phrase> sentences, Locale locale) {
        String space = Words.in(locale).locale().equals(Locale.JAPANESE) ? "" : " ";
        return sentences.stream().map(phrase -> of(phrase, locale)).collect(Collectors.joining(space));
    }

    /** A constant in the words for use within a sentence, else in those of its own bundle. */
    static String constant(Enum<?> constant, Phrases phrases) {
        String group = constant.getDeclaringClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
        String key = group + "." + constant.name();
        return phrases.find("word." + key).isPresent() ? phrases.text("word." + key) : phrases.text(key);
    }

    private static Object plain(Object value, Phrases phrases) {
        if (value instanceof LocalDate day) {
            return pattern("moment.day", phrases).format(day);
        }
        if (value instanceof Instant time) {
            return pattern("moment.time", phrases).format(time) + " JST";
        }
        if (value instanceof org.sekisho.domain.agreement.clause.Words words) {
            return words.in(Language.of(phrases.locale()));
        }
        if (value instanceof Enum<?> constant) {
            return constant(constant, phrases);
        }
        if (value instanceof List<?> list) {
            String comma = phrases.text("list.comma").replace('_', ' ');
            return list.stream()
                    .map(each -> String.valueOf(plain(each, phrases)))
                    .collect(Collectors.joining(comma));
        }
        if (value instanceof String text && HASH.matcher(text).matches()) {
            return text.substring(0, HASH_SHOWN) + "…";
        }
        return value;
    }

    private static DateTimeFormatter pattern(String key, Phrases phrases) {
        return DateTimeFormatter.ofPattern(phrases.text(key), phrases.locale()).withZone(Days.ZONE);
    }
}
