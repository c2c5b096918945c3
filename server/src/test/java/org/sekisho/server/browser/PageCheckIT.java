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
            <div class="broad" style="width: 500px">x</div><p style="color: #ccc">pale</p></body></html>
            """;

    @Test
    void aBadPageIsFoundOut(Visitors visitors) {
        Visitor visitor = visitors.stranger(Language.ENGLISH);
        visitor.page()
                .route(
                        "**/bad",
                        route -> route.fulfill(
                                new FulfillOptions().setContentType("text/html").setBody(BAD_PAGE)));
        visitor.open("/bad");
        visitor.page().evaluate("() => console.error('script failed')");
        List<String> problems = new PageCheck(visitor).problems();
        for (String problem : List.of(
                "script failed",
                "lang is de",
                "2 h1",
                "title is",
                "???page.missing???",
                "{count}",
                "wider than a telephone: div.broad",
                "image-alt",
                "color-contrast")) {
            assertTrue(problems.stream().anyMatch(each -> each.contains(problem)), problem + " in " + problems);
        }
    }
}
