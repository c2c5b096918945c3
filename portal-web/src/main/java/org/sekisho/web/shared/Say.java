package org.sekisho.web.shared;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sekisho.domain.party.Name;
import org.sekisho.domain.party.ReadingLanguage;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.web.text.Words;

/** Words with parameters, names and constants in the reader's language: {@code #{say.with('people.about', 'count', n)}}. */
@Named("say")
@RequestScoped
public class Say {

    @Inject
    private Me me;

    /** A sentence with one parameter. */
    public String with(String key, String name, Object value) {
        return text(key, Map.of(name, value));
    }

    /** A sentence with two parameters. */
    public String with(String key, String name, Object value, String second, Object secondValue) {
        return text(key, Map.of(name, value, second, secondValue));
    }

    /** A sentence with three parameters. */
    public String with(
            String key, String name, Object value, String second, Object secondValue, String third, Object thirdValue) {
        return text(key, Map.of(name, value, second, secondValue, third, thirdValue));
    }

    /** A sentence with any parameters, for backing beans. */
    public String text(String key, Map<String, ?> parameters) {
        return Words.in(me.getLocale()).text(key, parameters);
    }

    /** A text without parameters, where the bundles have the key: for what names itself, codes and acts. */
    public Optional<String> find(String key) {
        return Words.in(me.getLocale()).find(key).map(found -> text(key, Map.of()));
    }

    /** The words for a constant: of {@code role} and ANALYST those of {@code role.ANALYST}. */
    public String of(String group, Enum<?> constant) {
        return text(group + "." + constant.name(), Map.of());
    }

    /** The words for several constants, in the order of their declaration, with the commas of the language. */
    public String all(String group, Collection<? extends Enum<?>> constants) {
        return constants.stream()
                .sorted((one, other) -> Integer.compare(one.ordinal(), other.ordinal()))
                .map(each -> of(group, each))
                .collect(Collectors.joining(getComma()));
    }

    /** The constants of an enum as choices. */
    public <E extends Enum<E>> List<Choice> choices(String group, Stream<E> constants) {
        return constants.map(each -> new Choice(each.name(), of(group, each))).toList();
    }

    /** A name in the reader's language, or in the only one there is. */
    public String name(Name name) {
        return name.in(ReadingLanguage.ofTag(me.getLanguage()).orElse(ReadingLanguage.EN));
    }

    /** Browser and system of a user agent: "Edge on Windows". */
    public String browser(String userAgent) {
        String browser = BrowserName.browser(userAgent).orElseGet(() -> text("account.session-unknown", Map.of()));
        return BrowserName.system(userAgent)
                .map(system -> text("account.session-on", Map.of("browser", browser, "system", system)))
                .orElse(browser);
    }

    /** The sentence for a refusal. */
    public String refusal(Refusal refusal) {
        return RefusalWords.of(refusal, me.getLocale());
    }

    /** How many there are: exact up to where they were counted, mostly a thousand, then "more than 1,000". */
    public String total(Page<?> page) {
        return page.totalIsMore()
                ? text("list.more-than", Map.of("count", page.exactTo()))
                : text("list.number", Map.of("count", page.total()));
    }

    /** Which rows a page of a list shows, and of how many. */
    public String range(ListState list, Page<?> page) {
        int first = list.from();
        int last = first + page.items().size() - 1;
        return text("list.range", Map.of("first", first, "last", last, "total", totalSeen(page, last)));
    }

    /** Whoever has gone on beyond what was counted knows of more rows than that. */
    private String totalSeen(Page<?> page, int last) {
        if (!page.totalIsMore() || last <= page.exactTo()) {
            return total(page);
        }
        return text(page.next().isPresent() ? "list.more-than" : "list.number", Map.of("count", last));
    }

    /** What stands between a name and what it names, in one line. */
    public String getColon() {
        return text("list.colon", Map.of()).replace('_', ' ');
    }

    /** What stands between the parts of a list in one line. */
    public String getComma() {
        return text("list.comma", Map.of()).replace('_', ' ');
    }
}
