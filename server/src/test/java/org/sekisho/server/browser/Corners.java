package org.sekisho.server.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.browser.SideBySide.Task;

/** Pages that no link leads to: before sign-in, one-time links, refusals, searches, lists whose filters leave nothing. */
final class Corners {

    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final String ANALYST = "analyst@aoba.example";
    private static final String REVIEWER = "security@aoba.example";
    private static final String AUDITOR = "auditor@audit.example";
    private static final int FORBIDDEN = 403;
    private static final int NOT_FOUND = 404;
    private static final String NONE = "?q=nothing-is-called-so";

    private final Survey survey;
    private final Language language;

    Corners(Survey survey, Language language) {
        this.survey = survey;
        this.language = language;
    }

    /** Each looks at some of them; none gets in the way of another. */
    List<Task> tasks() {
        return List.of(
                this::oneTimeLink,
                this::coordinatorsLists,
                this::chosenReports,
                this::administratorsLists,
                this::pack,
                this::reportImport,
                this::unlinked,
                this::beforeSignIn,
                this::refusals);
    }

    private void coordinatorsLists(Visitors visitors) {
        lists(
                visitors,
                COORDINATOR,
                "/agreements" + NONE,
                "/audits" + NONE,
                "/playbooks" + NONE,
                "/trainings" + NONE,
                "/trail?outcome=DONE&since=2026-01-01&until=2026-01-02",
                "/freezes" + NONE,
                "/search",
                "/search" + NONE,
                "/search?q=AGR",
                "/controls" + NONE,
                "/control-catalogue-act?act=publish&version=1",
                "/decision-table-act?act=adopt&code=risk&version=1");
    }

    private void administratorsLists(Visitors visitors) {
        lists(
                visitors,
                "admin@sekisho.example",
                "/people" + NONE,
                "/people?state=ACTIVE&sort=-email",
                "/roles" + NONE,
                "/organisations" + NONE,
                "/sessions" + NONE,
                "/mails" + NONE);
    }

    private void beforeSignIn(Visitors visitors) {
        Visitor stranger = visitors.stranger(language);
        for (String path : List.of(
                "/sign-in?then=%2Fhome",
                "/first-administrator", "/one-time-link?token=none", "/failure", "/not-taken")) {
            survey.look(stranger, "stranger", path);
        }
        Page page = stranger.page();
        stranger.open("/sign-in");
        page.fill("#username", "nobody@nowhere.example");
        page.fill("#password", "not the password at all");
        page.click("#submit");
        page.waitForSelector("[role=alert]");
        survey.check(stranger, "stranger in " + language + " refused", "sign-in");
        stranger.close();
    }

    private void refusals(Visitors visitors) {
        Visitor analyst = visitors.signedIn("analyst@hinode.example", language);
        survey.look(analyst, "analyst", "/nothing-is-here", NOT_FOUND, "not-found");
        survey.look(analyst, "analyst", "/people", FORBIDDEN, "not-permitted");
        survey.look(analyst, "analyst", "/account?expired=1");
        analyst.close();
    }

    /** A new person is invited, and opens the link. */
    private void oneTimeLink(Visitors visitors) {
        ProvisioningJourney newcomer = new ProvisioningJourney("hinode", "ANALYST", "survey-" + language.code());
        Visitor administrator = visitors.signedIn("admin@hinode.example", language);
        newcomer.importPerson(administrator);
        survey.check(administrator, "administrator in " + language + " with a finished import", "people-import");
        String link = newcomer.link(administrator);
        survey.check(administrator, "administrator in " + language + " with a link", "person");
        administrator.close();
        Visitor stranger = visitors.stranger(language);
        survey.look(stranger, "newcomer", link.substring(link.indexOf("/one-time-link")));
        stranger.close();
    }

    /** A declaration to decide on, a signature to confirm, and the addresses that an agreement's lists have by themselves. */
    private void unlinked(Visitors visitors) {
        Visitor coordinator = visitors.signedIn(COORDINATOR, language);
        Page page = coordinator.page();
        coordinator.open("/home");
        String declaration = first(page, "main a[href*='/audit-decide']");
        String signature = first(page, "main a[href*='/signature?']");
        survey.look(coordinator, COORDINATOR, declaration);
        survey.look(coordinator, COORDINATOR, signature);
        coordinator.open("/agreements");
        String agreement = first(page, "tbody a[href*='/agreement?id=']").replaceFirst(".*[?]", "?");
        survey.look(coordinator, COORDINATOR, "/grants" + agreement);
        survey.look(coordinator, COORDINATOR, "/environments" + agreement);
        coordinator.close();
    }

    private void pack(Visitors visitors) {
        Visitor auditor = visitors.signedIn(AUDITOR, language);
        String progress = Beginnings.buildPack(auditor);
        survey.check(auditor, AUDITOR + " in " + language + " with a pack", "audit");
        survey.lookAtPart(auditor, AUDITOR, progress);
        auditor.close();
    }

    private void reportImport(Visitors visitors) {
        Visitor analyst = visitors.signedIn(ANALYST, language);
        String row = Beginnings.importReports(analyst);
        survey.check(analyst, ANALYST + " in " + language + " with an import", "report-import");
        survey.lookAtPart(analyst, ANALYST, row);
        analyst.close();
        Visitor reviewer = visitors.signedIn(REVIEWER, language);
        survey.look(reviewer, REVIEWER, row.replace("-row", "-file"));
        reviewer.close();
    }

    /** What can be done with reports that are chosen in the queue, and how it went: none is a duplicate of itself. */
    private void chosenReports(Visitors visitors) {
        Visitor reviewer = visitors.signedIn(REVIEWER, language);
        Page page = reviewer.page();
        reviewer.open("/review-queue");
        Locator row = page.locator("tbody tr").first();
        String number = row.locator("th a").innerText().replaceFirst(" .*", "");
        String chosen = "/reports-act?from=review-queue&report="
                + row.locator("input[name=report]").getAttribute("value") + "&act=";
        for (String act : List.of("claim", "assign", "duplicate")) {
            survey.look(reviewer, REVIEWER, chosen + act);
        }
        page.fill("#original", number);
        page.fill("#reason", "The same finding");
        page.click("#do");
        page.waitForSelector(".chip-bad");
        survey.check(reviewer, REVIEWER + " in " + language + " refused a duplicate", "reports-act");
        reviewer.close();
    }

    private static String first(Page page, String selector) {
        return page.locator(selector).first().getAttribute("href");
    }

    private void lists(Visitors visitors, String account, String... paths) {
        Visitor visitor = visitors.stranger(language).signIn(account, DemoPortal.PASSWORD);
        for (String path : paths) {
            survey.look(visitor, account, path);
        }
        visitor.close();
    }
}
