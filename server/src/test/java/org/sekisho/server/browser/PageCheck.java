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

    /**
     * Likewise, what depends on colours alone; all else was found in one of them. Transitions are over, or a colour would be on its way.
     * Where the reader's own colours are forced, scripts are still told the page's: they hold for what keeps its own, and for nothing else.
     */
    private static final String COLOURS =
            """
            async () => {
              await Promise.all(document.getAnimations().map(each => each.finished.catch(() => {})));
              const results = await axe.run(document, {
                runOnly: {type: 'rule', values: ['color-contrast', 'link-in-text-block']},
                resultTypes: ['violations'], iframes: false, elementRef: true
              });
              const forced = matchMedia('(forced-colors: active)').matches;
              const holds = e => !forced || getComputedStyle(e).forcedColorAdjust === 'none';
              return results.violations.flatMap(rule => rule.nodes.filter(node => holds(node.element))
                .map(node => rule.id + ': ' + node.html));
            }
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
        bringAxe();
        problems.addAll(list(VIOLATIONS, ""));
        problems.addAll(list(WORDS, visitor.language().code()));
        widen(TELEPHONE_WIDTH);
        list(OVERFLOW, "").forEach(element -> problems.add("wider than a telephone: " + element));
        widen(DESK_WIDTH);
        return problems;
    }

    /** What can't be read for its colours, as they are now. */
    List<String> problemsOfColour() {
        bringAxe();
        return list(COLOURS, "");
    }

    private void bringAxe() {
        if ((boolean) visitor.page().evaluate("() => typeof axe === 'undefined'")) {
            visitor.page().evaluate(Scripts.AXE);
        }
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
