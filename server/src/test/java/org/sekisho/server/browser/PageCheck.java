package org.sekisho.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ViewportSize;
import java.util.ArrayList;
import java.util.List;

/**
 * What holds for every page: accessible, fit for the keyboard, in one language, whole on a telephone, without a complaint of the
 * browser.
 */
public final class PageCheck {

    static final int TELEPHONE_WIDTH = 375;

    static final int HEIGHT = 900;
    static final int DESK_WIDTH = 1280;

    /** Violations only, and no frames: the portal has none, and to look for them costs more than all rules together. */
    private static final String VIOLATIONS =
            """
            () => axe.run(document, {
              runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
              resultTypes: ['violations'], iframes: false
            }).then(results => results.violations.flatMap(rule => rule.nodes.map(node => rule.id + ': ' + node.html)))
            """;

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

    /** Language, headings, title, texts that stand there raw, and hints and errors that a screen reader doesn't read with what they are about. */
    private static final String WORDS =
            """
            code => {
              const problems = [];
              const lang = document.documentElement.getAttribute('lang');
              if (lang !== code) problems.push(`lang is ${lang}`);
              const headings = document.querySelectorAll('h1').length;
              if (headings !== 1) problems.push(`${headings} h1`);
              if (!/\\S · ./.test(document.title)) problems.push(`title is “${document.title}”`);
              const raw = (document.body.innerText.match(/\\?\\?\\?\\S+|\\{[a-zA-Z0-9]+\\}|#\\{[^}]*\\}/g) || []).concat(
                [...document.querySelectorAll('[aria-label],[title],[placeholder]')]
                  .flatMap(e => ['aria-label', 'title', 'placeholder'].map(n => e.getAttribute(n) || ''))
                  .filter(t => /\\?\\?\\?|\\{[a-zA-Z0-9]+\\}/.test(t)),
                [...document.querySelectorAll('[class*=null]')].flatMap(e => [...e.classList])
                  .filter(name => /.null$/.test(name)).map(name => 'class ' + name));
              const unheard = [...document.querySelectorAll('main .hint, main .field-error')].filter(e => e.checkVisibility()).filter(e =>
                  !e.id || !document.querySelector('[aria-describedby~="' + CSS.escape(e.id) + '"]'))
                .map(e => e.className + ' “' + e.innerText.slice(0, 60) + '”');
              return problems.concat(raw.map(text => 'raw text ' + text), unheard.map(text => 'no aria-describedby names ' + text));
            }
            """;

    private final Visitor visitor;

    public PageCheck(Visitor visitor) {
        this.visitor = visitor;
    }

    /** All that is wrong with the page as it is now, in words. */
    public List<String> problems() {
        Page page = visitor.page();
        List<String> problems = new ArrayList<>(visitor.complaints());
        widen(DESK_WIDTH);
        if (visitor.language() == Language.ENGLISH) {
            // What the keyboard reaches is marked up once for all languages.
            problems.addAll(new KeyboardCheck(page).problems());
        }
        if ((boolean) page.evaluate("() => typeof axe === 'undefined'")) {
            page.evaluate(Scripts.AXE);
        }
        problems.addAll(list(VIOLATIONS, ""));
        problems.addAll(list(WORDS, visitor.language().code()));
        widen(TELEPHONE_WIDTH);
        list(OVERFLOW, "").forEach(element -> problems.add("wider than a telephone: " + element));
        widen(DESK_WIDTH);
        return problems;
    }

    /** Changes the width, unless it is this already: each change lays the page out anew. */
    private void widen(int width) {
        ViewportSize now = visitor.page().viewportSize();
        if (now == null || now.width != width || now.height != HEIGHT) {
            visitor.page().setViewportSize(width, HEIGHT);
        }
    }

    private List<String> list(String script, String given) {
        return ((List<?>) visitor.page().evaluate(script, given))
                .stream().map(String::valueOf).toList();
    }
}
