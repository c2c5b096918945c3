package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A part of a page that refreshes itself doesn't take from people what they are at. */
@BrowserTests
class RefreshIT {

    private static final String RUNNING =
            "<p id=part data-refresh=/part data-every=0>%s <button>One</button> <button>Two</button></p>";
    private static final String DONE = "<p id=part>%s <button>One</button> <button>Two</button></p>";

    @Test
    void focusStaysAtItsControlWhenThePartIsExchanged(Visitors visitors) {
        Page page = signInPage(
                visitors,
                "document.querySelector('#part button:last-of-type').focus()",
                RUNNING.formatted("20 %"),
                RUNNING.formatted("60 %"),
                DONE.formatted("Done"));
        assertThat(page.locator("#part")).containsText("Done");
        assertThat(page.locator("#part button").last()).isFocused();
    }

    @Test
    void aPartThatIsAsItWasStays(Visitors visitors) {
        String same = RUNNING.formatted("20 %");
        Page page = signInPage(
                visitors,
                "window.exchanged = 0; new MutationObserver((changes) => (window.exchanged += changes.length))"
                        + ".observe(document.querySelector('main'), { childList: true })",
                same,
                same,
                same,
                DONE.formatted("Done"));
        assertThat(page.locator("#part")).containsText("Done");
        page.waitForFunction("() => window.exchanged === 1");
    }

    /**
     * A page with a part that gets these answers, one after the other. The first is what stands there.
     *
     * @param begun what is run before the first answer can arrive
     */
    private static Page signInPage(Visitors visitors, String begun, String first, String... answers) {
        Page page = visitors.stranger(Language.ENGLISH).page();
        Deque<String> rest = new ArrayDeque<>(List.of(answers));
        page.route(
                "**/part",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("text/html").setBody(rest.remove())));
        page.navigate("/sign-in");
        page.evaluate(
                "part => { document.querySelector('main').insertAdjacentHTML('beforeend', part); " + begun + " }",
                first);
        return page;
    }
}
