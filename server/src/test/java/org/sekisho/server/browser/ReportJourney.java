package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import org.sekisho.server.DemoPortal;

/** One report from the file that it came in to its remedy, page by page, as each of those concerned would. */
final class ReportJourney {

    private static final double READ = 60_000;
    /** A decision asks for a password, which takes its time to compare. */
    private static final double DONE = 30_000;

    private final String id;

    private ReportJourney(String id) {
        this.id = id;
    }

    /**
     * Hands in a file on the page, and reads from the table of results what became of each item of it.
     *
     * @param counts received, created, duplicates and rejected, as the table says them
     */
    static void importFile(Visitor analyst, String name, String sarif, String... counts) {
        Page page = analyst.page();
        analyst.open("/report-import");
        page.selectOption("#agreement", new SelectOption().setIndex(1));
        page.setInputFiles("#file", new FilePayload(name, "application/json", sarif.getBytes(UTF_8)));
        page.click("#do");
        Locator row = page.locator("#results tr[id^=import-]");
        assertThat(row.locator("td.number")).hasText(counts, new HasTextOptions().setTimeout(READ));
        row.locator("th a").click();
        assertThat(page.locator("#outcome .figure dd:not(.figure-note)")).hasText(counts);
        page.click("#outcome .figure-note a");
        assertThat(page.locator("tbody tr")).hasCount(Integer.parseInt(counts[1]));
        page.goBack();
    }

    /** One that is known by its id. */
    static ReportJourney of(String id) {
        return new ReportJourney(id);
    }

    /** Finds the one that has this title, among the latest. */
    static ReportJourney find(Visitor visitor, String title) {
        visitor.open("/reports");
        Locator found = titled(visitor.page(), title);
        assertThat(found).hasCount(1);
        return new ReportJourney(found.getAttribute("href").replaceFirst(".*id=", ""));
    }

    /** The links of a list that have this title. */
    static Locator titled(Page page, String title) {
        return page.locator("tbody th a[href*='/report?id=']", new Page.LocatorOptions().setHasText(title));
    }

    String id() {
        return id;
    }

    Page open(Visitor visitor) {
        visitor.open(path());
        return visitor.page();
    }

    String path() {
        return "/report?id=" + id;
    }

    /** Takes the step that the page offers its owner's analyst. */
    void step(Visitor analyst) {
        press(open(analyst), "#steps input[type=submit]");
    }

    /** Changes what it says. */
    void revise(Visitor analyst, String text) {
        Page page = analyst.page();
        analyst.open("/report-revise?id=" + id);
        page.fill("#text", text);
        press(page, "#do");
    }

    /** Says what stands on the system and whom it concerns; the tables answer. */
    void rate(Visitor analyst) {
        Page page = analyst.page();
        analyst.open("/report-rate?id=" + id);
        page.selectOption("#exposure", "PUBLIC");
        page.selectOption("#service", "CRITICAL");
        page.selectOption("#institutions", "NETWORK");
        press(page, "#do");
    }

    /** The path of the escalation that came of it. */
    String escalation(Visitor visitor) {
        return open(visitor).locator("a[href*='/escalation?id=']").first().getAttribute("href");
    }

    /** Agrees, for a bank or the authority, which at a high risk asks again who it is. */
    void agree(Visitor reviewer, String reason) {
        Page page = open(reviewer);
        page.fill("#reason", reason);
        page.fill("#password", DemoPortal.PASSWORD);
        press(page, "#agree");
    }

    /** The same of somebody who has a second factor. */
    void agree(Visitor reviewer, String reason, String code) {
        Page page = open(reviewer);
        page.fill("#reason", reason);
        page.fill("#password", DemoPortal.PASSWORD);
        page.fill("#code", code);
        press(page, "#agree");
    }

    /** Tries to agree with something missing; nothing comes of it. */
    void assertAsked(Visitor security, Runnable fill) {
        Page page = open(security);
        fill.run();
        page.click("#agree");
        assertThat(page.locator(".error-summary")).isVisible(new IsVisibleOptions().setTimeout(DONE));
        assertThat(votes(page)).hasCount(0);
    }

    /** The decisions on the present revision, as far as the page shows them. */
    static Locator votes(Page page) {
        return page.locator("[aria-labelledby=chain] .steps p > .chip");
    }

    /** Presses a button, and waits until the portal says that it is done. */
    static void press(Page page, String button) {
        page.click(button);
        assertThat(page.locator(".notice-good[role=status]").first())
                .isVisible(new IsVisibleOptions().setTimeout(DONE));
    }
}
