package org.sekisho.server.browser;

import com.microsoft.playwright.Page;

/** Works on a page with nothing but keys. */
final class Keys {

    /** More stops than any page has. */
    private static final int MOST = 400;

    private static final String IS_IN_FOCUS =
            "selector => !!document.activeElement && document.activeElement.matches(selector)";

    private final Page page;

    Keys(Page page) {
        this.page = page;
    }

    /** Presses Tab until focus is there; at the page's end it begins anew. */
    Keys to(String selector) {
        for (int i = 0; i < MOST; i++) {
            press("Tab");
            if (isIn(selector)) {
                return this;
            }
        }
        throw new AssertionError("Tab never reaches " + selector + " on " + page.url());
    }

    Keys press(String key) {
        page.keyboard().press(key);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    /** Presses Enter, and waits until the page's address has these words. */
    void enterFor(String address) {
        press("Enter");
        page.waitForURL(url -> url.contains(address));
    }

    boolean isIn(String selector) {
        return (boolean) page.evaluate(IS_IN_FOCUS, selector);
    }

    /** Waits until focus is there, without a further key. */
    void await(String selector) {
        page.waitForFunction(IS_IN_FOCUS, selector);
    }
}
