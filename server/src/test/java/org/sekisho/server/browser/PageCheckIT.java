package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Route.FulfillOptions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A check that finds nothing proves nothing, unless it finds what is there. */
@BrowserTests
class PageCheckIT {

    private static final String BAD_PAGE =
            """
            <!DOCTYPE html><html lang="de"><head><title>Page</title></head>
            <body><h1>One</h1><h1>Two</h1><img src="data:,"><p>???page.missing???</p><p>{count} people</p>
            <div class="broad" style="width: 500px">x</div><p class="marknull" style="color: #ccc">pale</p>
            <main><p class="hint">Nobody hears this</p></main>
            <a href="/bad" style="outline: none">unmarked</a>
            <button style="position: absolute; left: -999px">far away</button>
            <input aria-label="first" tabindex="5">
            <button tabindex="-1">out of reach</button>
            <span onclick="go()">onclick</span> <span id="listening">listening</span>
            <div style="cursor: pointer">pointed at</div>
            <script>document.getElementById("listening").addEventListener("click", () => {})</script></body></html>
            """;

    /** Tab stays in the second field. */
    private static final String TRAP =
            """
            <!DOCTYPE html><html lang="en"><head><title>Trap · Sekisho</title></head>
            <body><a class="skip-link" href="#main">Skip</a><main id="main"><h1>Trap</h1>
            <input aria-label="trap" onkeydown="event.key === 'Tab' && event.preventDefault()"><button>beyond</button></main></body></html>
            """;

    @Test
    void aBadPageIsFoundOut(Visitors visitors) {
        Visitor visitor = visitors.stranger(Language.ENGLISH);
        open(visitor, BAD_PAGE);
        visitor.page().evaluate("() => console.error('script failed')");
        assertFound(
                new PageCheck(visitor).problems(),
                "script failed",
                "lang is de",
                "2 h1",
                "title is",
                "???page.missing???",
                "{count}",
                "class marknull",
                "wider than a telephone: div.broad",
                "image-alt",
                "color-contrast",
                "no aria-describedby names hint “Nobody hears this”",
                "the first stop isn't the link to the content",
                "focus doesn't show at <a> “unmarked”",
                "focus is out of sight at <button> “far away”",
                "tabindex 5",
                "Tab never reaches <button> “out of reach”",
                "only a mouse can click <span> “onclick”",
                "only a mouse can click <span id=listening>",
                "looks as if a mouse could click it: <div> “pointed at”");
    }

    @Test
    void aTrapIsFoundOut(Visitors visitors) {
        Visitor visitor = visitors.stranger(Language.ENGLISH);
        open(visitor, TRAP);
        assertFound(
                new PageCheck(visitor).problems(),
                "focus never leaves the page",
                "Tab 3 goes to nothing, not to <button> “beyond”");
    }

    private static void open(Visitor visitor, String page) {
        visitor.page()
                .route(
                        "**/bad",
                        route -> route.fulfill(
                                new FulfillOptions().setContentType("text/html").setBody(page)));
        visitor.open("/bad");
    }

    private static void assertFound(List<String> problems, String... expected) {
        for (String problem : expected) {
            assertTrue(problems.stream().anyMatch(each -> each.contains(problem)), problem + " in " + problems);
        }
    }
}
