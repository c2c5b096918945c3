package org.sekisho.ejb.shared;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * The words of one language, put together from the bundles of the business modules. Sentences take named parameters in the syntax
 * of ICU's message format: {@code {count, plural, one {# person} other {# people}}}.
 */
public final class Phrases {

    private final Locale locale;
    private final List<ResourceBundle> bundles;

    private Phrases(Locale locale, List<ResourceBundle> bundles) {
        this.locale = locale;
        this.bundles = bundles;
    }

    /**
     * @param baseNames bundles, the first that has a key wins
     * @param locale English or Japanese; there is no falling back to the machine's language
     */
    public static Phrases of(List<String> baseNames, Locale locale, ClassLoader loader) {
        ResourceBundle.Control exact =
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);
        return new Phrases(
                locale,
                baseNames.stream()
                        .map(name -> ResourceBundle.getBundle(name, locale, loader, exact))
                        .toList());
    }

    /** The text as it stands in its bundle. */
    public Optional<String> find(String key) {
        for (ResourceBundle bundle : bundles) {
            if (bundle.containsKey(key)) {
                return Optional.of(bundle.getString(key));
            }
        }
        return Optional.empty();
    }

    /**
     * The text with its parameters put in.
     *
     * @throws MissingResourceException when no bundle has the key: a text that is missing is a fault, not an empty line
     */
    public String text(String key, Map<String, ?> parameters) {
        String pattern =
                find(key).orElseThrow(() -> new MissingResourceException("No text", Phrases.class.getName(), key));
        if (parameters.isEmpty() && pattern.indexOf('{') < 0) {
            return pattern;
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        parameters.forEach((name, value) -> values.put(name, plain(value)));
        return new MessageFormat(pattern, ULocale.forLocale(locale)).format(values);
    }

    /** A text without parameters. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** Every key there is, for tests and for the container. */
    public List<String> keys() {
        return bundles.stream()
                .flatMap(bundle -> bundle.keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    public Locale locale() {
        return locale;
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof Number || value instanceof Date || value == null) {
            return value;
        }
        if (value instanceof Instant instant) {
            return Date.from(instant);
        }
        return value.toString();
    }
}
