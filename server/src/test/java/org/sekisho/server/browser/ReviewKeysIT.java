package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.FiledReport;
import org.sekisho.server.RestCaller;

/** The keys of somebody who reviews: they lead from report to report and to the buttons, and decide nothing. */
@BrowserTests
class ReviewKeysIT {

    private static final String ANALYST = "analyst@aoba.example";
    private static final String REVIEWER = "security@aoba.example";

    private static final String SENT = "window.sent === true";
    private static final String LISTEN =
            "window.sent = false; document.addEventListener('submit', () => (window.sent = true), true)";

    @Test
    void oneReportLeadsToTheNextOfTheQueue(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        String first = submitted(bank, "First");
        String second = submitted(bank, "Second");
        Page page = visitors.signedIn(REVIEWER, Language.ENGLISH).page();
        Keys keys = new Keys(page);
        page.navigate("/review-queue");
        List<String> queue = queue(page);
        assertEquals(queue.indexOf(path(first)) + 1, queue.indexOf(path(second)), queue::toString);

        String row = "tr:has(a[href='" + path(first) + "'])";
        while (!keys.isIn(row + " a")) {
            keys.press("j");
        }
        keys.press("x");
        assertThat(page.locator(row + " input")).isChecked();
        keys.press("c");
        assertTrue(keys.isIn("button[data-key=c]"), "C leads to the button");
        keys.enterFor("act=claim");

        page.navigate(path(first));
        keys.press("n");
        page.waitForURL(url -> url.endsWith(path(second)));
        page.navigate(queue.get(queue.size() - 1));
        keys.press("n");
        page.waitForURL(url -> url.endsWith("/review-queue"));
        assertThat(page.locator(".notice-good")).isVisible();
        assertUndecided(bank, first);
        assertUndecided(bank, second);
    }

    @Test
    void noLetterAndNoEnterInAFieldDecides(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        ReportJourney report = ReportJourney.of(submitted(bank, "Not by a letter"));
        Visitor reviewer = visitors.signedIn(REVIEWER, Language.ENGLISH);
        Page page = report.open(reviewer);
        Keys keys = new Keys(page);
        page.evaluate(LISTEN);

        keys.press("r");
        assertTrue(keys.isIn("#return"), "R leads to the button");
        keys.press("a");
        assertTrue(keys.isIn("#agree"), "A leads to the button");
        page.focus("#reason");
        keys.type("nar, n.a.r.");
        assertTrue(keys.isIn("#reason"), "no key acts while typing");
        assertThat(page.locator("#reason")).hasValue("nar, n.a.r.");
        page.focus("#password");
        keys.type(DemoPortal.PASSWORD).press("n").press("Enter");
        assertTrue(keys.isIn("#password"), "nor while a password is typed");
        assertEquals(false, page.evaluate(SENT), "Enter in a field doesn't choose between two decisions");

        assertEquals(report.path(), reviewer.place());
        assertUndecided(bank, report.id());
        assertThat(ReportJourney.votes(report.open(reviewer))).hasCount(0);
        reviewer.assertNoComplaints();
    }

    @ParameterizedTest
    @EnumSource
    void aHighRiskThatIsAgreedToByKeysAsksForAReasonAndCredentials(
            Language language, DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        ReportJourney report = ReportJourney.of(submitted(bank, "Agreed by keys, " + language.code()));
        Visitor reviewer = visitors.signedIn(REVIEWER, language);
        Page page = report.open(reviewer);
        Keys keys = new Keys(page);

        keys.press("a").press("Enter");
        answer(keys, "#reason", "Traced by keys");
        keys.to("#agree").press("Enter");
        answer(keys, "#password", DemoPortal.PASSWORD);
        assertThat(ReportJourney.votes(page)).hasCount(0);
        assertThat(page.locator("#reason")).hasValue("Traced by keys");
        keys.to("#agree").press("Enter");
        assertDone(page);
        assertThat(ReportJourney.votes(report.open(reviewer))).hasCount(1);
        assertThat(page.locator("[data-key=a], [data-key=r]")).hasCount(0);
        assertUndecided(bank, report.id());
    }

    @Test
    void aReturnByKeysAsksForAReason(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        ReportJourney report = ReportJourney.of(submitted(bank, "Returned by keys"));
        Visitor reviewer = visitors.signedIn(REVIEWER, Language.JAPANESE);
        Page page = report.open(reviewer);
        Keys keys = new Keys(page);

        keys.press("r").press("Enter");
        answer(keys, "#reason", "Not reproduced");
        assertUndecided(bank, report.id());
        keys.to("#return").press("Enter");
        assertDone(page);
        assertEquals("TRIAGE", FiledReport.state(bank, report.id()));
    }

    /** Goes into the field that the page says is missing, by the link of its summary, and types. */
    private static void answer(Keys keys, String field, String text) {
        keys.await(".error-summary");
        keys.press("Tab");
        assertTrue(keys.isIn(".error-summary a[href='" + field + "']"), field + " is what is missing");
        keys.press("Enter").await(field);
        keys.type(text);
    }

    private static void assertDone(Page page) {
        assertThat(page.locator(".notice-good[role=status]").first()).isVisible();
        assertThat(page.locator(".error-summary")).hasCount(0);
    }

    private static void assertUndecided(RestCaller bank, String report) throws Exception {
        assertEquals("IN_REVIEW", FiledReport.state(bank, report));
    }

    private static List<String> queue(Page page) {
        return page.locator("tbody th a").all().stream()
                .map((Locator each) -> each.getAttribute("href"))
                .toList();
    }

    private static String path(String report) {
        return "/report?id=" + report;
    }

    private static String submitted(RestCaller bank, String title) throws Exception {
        return FiledReport.submitted(bank, FiledReport.content(title, "Found", FiledReport.HIGH));
    }
}
