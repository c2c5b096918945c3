package org.sekisho.domain.agreement.clause;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;

/** The sentences of the document in one language, from the bundle beside this class, with values put in. */
final class Drafting {

    private static final Map<Language, Drafting> ALL = new EnumMap<>(Language.class);

    static {
        for (Language language : Language.values()) {
            ALL.put(language, new Drafting(language));
        }
    }

    private final Language language;
    private final Properties sentences = new Properties();

    private Drafting(Language language) {
        this.language = language;
        String name = "document_" + language.locale().getLanguage() + ".properties";
        try (InputStream stream = Drafting.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException("The bundle is missing: " + name);
            }
            sentences.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Drafting in(Language language) {
        return Objects.requireNonNull(ALL.get(language), "Every language has its bundle");
    }

    Language language() {
        return language;
    }

    /**
     * A sentence.
     *
     * @param values names and values in turn, for the places in braces; what a value contains is never looked at again
     */
    String sentence(String key, String... values) {
        String pattern = sentences.getProperty(key);
        if (pattern == null) {
            throw new IllegalStateException("The document has no sentence " + key + " in " + language);
        }
        StringBuilder text = new StringBuilder();
        int at = 0;
        for (int open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', at)) {
            int close = pattern.indexOf('}', open);
            text.append(pattern, at, open).append(value(pattern.substring(open + 1, close), key, values));
            at = close + 1;
        }
        return text.append(pattern, at, pattern.length()).toString();
    }

    private static String value(String name, String key, String... values) {
        for (int i = 0; i < values.length; i += 2) {
            if (values[i].equals(name)) {
                return values[i + 1];
            }
        }
        throw new IllegalStateException("The sentence " + key + " needs a value for " + name);
    }

    /** The word for a constant, under the name of its type. */
    String word(Enum<?> constant) {
        String type = constant.getDeclaringClass().getSimpleName();
        return sentence(type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1) + "." + constant.name());
    }

    String words(Collection<? extends Enum<?>> constants) {
        return constants.isEmpty()
                ? sentence("none")
                : list(constants.stream().map(this::word).toList());
    }

    String words(Words words) {
        return words.in(language);
    }

    String list(List<String> parts) {
        return parts.stream().collect(Collectors.joining(sentence("list.separator")));
    }

    /** A number with its unit: {@code 90 days}. */
    String count(String unit, long number) {
        return sentence("count." + unit + (number == 1 ? ".one" : ".other"), "number", number(number));
    }

    String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(sentence("date"), language.locale()).format(day);
    }

    String approvals(List<ApprovalNeeded> approvals) {
        return list(approvals.stream()
                .map(approval ->
                        sentence("approval", "role", word(approval.role()), "count", count("person", approval.count())))
                .toList());
    }

    /** How the text refers to an article. */
    String article(int number) {
        return sentence("article.label", "number", Integer.toString(number));
    }
}
