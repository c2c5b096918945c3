package org.sekisho.server.browser;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/**
 * Walks through a page by Tab alone, from its top to its end: every link, button and field is reached, in the order of reading, focus
 * shows everywhere, and leaves the page again.
 */
final class KeyboardCheck {

    /** A field for a day has several parts, each with a stop of its own. */
    private static final int MOST_MORE = 60;

    private final Page page;

    KeyboardCheck(Page page) {
        this.page = page;
    }

    List<String> problems() {
        page.evaluate(Scripts.KEYBOARD);
        int stops = ((Number) page.evaluate("sekishoKeyboard.begin()")).intValue();
        press(stops);
        int more = 0;
        while (!is("isDone") && more < MOST_MORE) {
            press(1);
            more++;
        }
        int after = 0;
        press(1);
        while (!is("hasLeft") && after < MOST_MORE) {
            press(1);
            after++;
        }
        List<String> problems = new ArrayList<>();
        if (!is("hasLeft")) {
            problems.add("focus never leaves the page");
        }
        ((List<?>) page.evaluate("sekishoKeyboard.end()")).forEach(each -> problems.add(String.valueOf(each)));
        return problems;
    }

    private void press(int times) {
        for (int i = 0; i < times; i++) {
            page.keyboard().press("Tab");
        }
    }

    private boolean is(String question) {
        return (boolean) page.evaluate("sekishoKeyboard." + question + "()");
    }
}
