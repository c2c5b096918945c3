package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route.FulfillOptions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The main pages in dark and in forced colours: what {@link PagesIT} looks at in light ones. */
@BrowserTests
class ColoursIT {

    private static final String TABLE = "tbody a[href*='/%s?']";

    /** Pale only in the dark scheme; black on black for whoever forces colours, since it keeps its own. */
    private static final String PALE =
            """
            <!DOCTYPE html><html lang="en"><head><title>Pale · Sekisho</title><style>
            :root { color-scheme: light dark }
            p { color: #333; background: #fff }
            @media (prefers-color-scheme: dark) { p { background: #222 } }
            div { color: #fff; background: #000 }
            @media (forced-colors: active) { div { forced-color-adjust: none; color: #111 } }
            </style></head><body><main><h1>Pale</h1><p>in the dark</p><div>where it is forced</div></main></body></html>
            """;

    @Test
    void whatIsPaleInOtherColoursIsFoundOut(Visitors visitors) {
        Visitor visitor = visitors.stranger(Language.ENGLISH);
        Page page = visitor.page();
        page.route(
                "**/pale",
                route -> route.fulfill(
                        new FulfillOptions().setContentType("text/html").setBody(PALE)));
        visitor.open("/pale");
        Colours.light(page);
        assertEquals(List.of(), new PageCheck(visitor).problemsOfColour());
        Colours.DARK.on(page);
        String dark = new PageCheck(visitor).problemsOfColour().toString();
        assertTrue(dark.contains("color-contrast: <p>"), dark);
        assertFalse(dark.contains("<div>"), dark);
        Colours.FORCED_DARK.on(page);
        String forced = new PageCheck(visitor).problemsOfColour().toString();
        assertTrue(forced.contains("color-contrast: <div>"), forced);
        assertFalse(forced.contains("<p>"), "the reader's own colours rule: " + forced);
    }

    @Test
    void theMainPagesAreReadInAnyColours(Visitors visitors) {
        List<String> problems = new ArrayList<>();
        Visitor stranger = visitors.stranger(Language.ENGLISH);
        look(stranger, problems, "/sign-in");
        look(stranger, problems, "/keys");

        Visitor coordinator = visitors.signedIn("coordinator@sekisho.example", Language.ENGLISH);
        look(coordinator, problems, "/home");
        String agreement = first(coordinator, problems, "/agreements", "agreement");
        look(coordinator, problems, agreement);
        look(coordinator, problems, agreement + "&tab=document");
        look(coordinator, problems, first(coordinator, problems, "/audits", "audit"));
        look(coordinator, problems, "/trail");
        look(coordinator, problems, "/freezes");
        // A form that was refused: its errors and their summary.
        coordinator.open("/freeze-declare");
        coordinator.page().evaluate("() => document.querySelectorAll('main form').forEach(f => f.noValidate = true)");
        coordinator.page().click("main form .actions button");
        coordinator.page().waitForSelector(".error-summary");
        look(coordinator, problems);

        Visitor reviewer = visitors.signedIn("security@aoba.example", Language.ENGLISH);
        String report = first(reviewer, problems, "/reports", "report");
        look(reviewer, problems, report);
        look(reviewer, problems, "/review-queue");

        Visitor administrator = visitors.signedIn("admin@aoba.example", Language.ENGLISH);
        look(administrator, problems, first(administrator, problems, "/people", "person"));
        look(administrator, problems, "/account");
        assertEquals("", String.join("\n", problems));
    }

    /** Looks at a list, and answers where its first row leads. */
    private static String first(Visitor visitor, List<String> problems, String list, String view) {
        look(visitor, problems, list);
        return visitor.page().locator(TABLE.formatted(view)).first().getAttribute("href");
    }

    private static void look(Visitor visitor, List<String> problems, String path) {
        visitor.open(path);
        look(visitor, problems);
    }

    private static void look(Visitor visitor, List<String> problems) {
        for (Colours colours : Colours.values()) {
            colours.on(visitor.page());
            new PageCheck(visitor)
                    .problemsOfColour()
                    .forEach(problem -> problems.add(visitor.place() + " in " + colours + ": " + problem));
        }
        Colours.light(visitor.page());
    }
}
