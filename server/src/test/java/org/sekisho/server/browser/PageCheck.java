package org.sekisho.server.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What holds for every page: accessible, in one language, whole on a telephone, without a complaint of the browser. */
public final class PageCheck {

    static final int TELEPHONE_WIDTH = 375;

    private static final int HEIGHT = 900;
    private static final int DESK_WIDTH = 1280;

    private static final List<String> RULES =
            List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");

    /** The elements that stick out, each by its class; what scrolls within itself may be as wide as it likes. */
    private static final String OVERFLOW =
            """
            () => {
              const width = document.documentElement.clientWidth;
              if (document.documentElement.scrollWidth <= width) return [];
              const scrolls = e => e && e !== document.body && (getComputedStyle(e).overflowX !== 'visible' || scrolls(e.parentElement));
              return [...document.body.querySelectorAll('*')]
                .filter(e => e.getBoundingClientRect().right > width + 0.5 && !scrolls(e.parentElement))
                .map(e => e.tagName.toLowerCase() + '.' + [...e.classList].join('.')).slice(0, 3)
                .concat(['page']).slice(0, 3);
            }
            """;

    private static final String RAW_TEXT =
            """
            () => (document.body.innerText.match(/\\?\\?\\?\\S+|\\{[a-z0-9]+\\}|#\\{[^}]*\\}/g) || []).concat(
              [...document.querySelectorAll('[aria-label],[title],[placeholder]')]
                .flatMap(e => ['aria-label', 'title', 'placeholder'].map(n => e.getAttribute(n) || ''))
                .filter(t => /\\?\\?\\?|\\{[a-z0-9]+\\}/.test(t)))
            """;

    private final Visitor visitor;

    public PageCheck(Visitor visitor) {
        this.visitor = visitor;
    }

    /** All that is wrong with the page as it is now, in words. */
    public List<String> problems() {
        List<String> problems = new ArrayList<>(quickProblems());
        problems.addAll(accessibilityProblems());
        return problems;
    }

    /** What a look at the page tells; leaves the window as narrow as a telephone. */
    List<String> quickProblems() {
        Page page = visitor.page();
        List<String> problems = new ArrayList<>(visitor.complaints());
        if (!visitor.language().code().equals(page.getAttribute("html", "lang"))) {
            problems.add("lang is " + page.getAttribute("html", "lang"));
        }
        int headings = page.locator("h1").count();
        if (headings != 1) {
            problems.add(headings + " h1");
        }
        if (!page.title().matches(".*\\S · .*")) {
            problems.add("title is “" + page.title() + "”");
        }
        list(RAW_TEXT).forEach(text -> problems.add("raw text " + text));
        page.setViewportSize(TELEPHONE_WIDTH, HEIGHT);
        list(OVERFLOW).forEach(element -> problems.add("wider than a telephone: " + element));
        return problems;
    }

    /** What axe finds, on a desk's screen. */
    List<String> accessibilityProblems() {
        Page page = visitor.page();
        page.setViewportSize(DESK_WIDTH, HEIGHT);
        return new AxeBuilder(page)
                .withTags(RULES).setLegacyMode(true).analyze().getViolations().stream()
                        .flatMap(PageCheck::words)
                        .toList();
    }

    private static Stream<String> words(Rule rule) {
        return rule.getNodes().stream().map(node -> rule.getId() + ": " + node.getHtml());
    }

    private List<String> list(String script) {
        return ((List<?>) visitor.page().evaluate(script))
                .stream().map(String::valueOf).toList();
    }
}
