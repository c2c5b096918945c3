package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/**
 * An audit from its schedule to its closing report, in each language: a finding is contested, revised, confirmed, responded to, and
 * followed up after the close; the rival sees nothing of it.
 */
@BrowserTests
class AuditToReportIT {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final int NOT_FOUND = 404;
    private static final int PERIOD_DAYS = 20;

    private final List<String> problems = new ArrayList<>();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void anAuditEndsInAReportWithWhatWasFoundAndSaid(Language language, DemoPortal portal, Visitors visitors)
            throws Exception {
        boolean english = language == Language.ENGLISH;
        String own = english ? "aoba" : "hinode";
        String rivals = english ? "hinode" : "aoba";
        LocalDate today = LocalDate.now(TOKYO);
        Visitor coordinator = visitors.signedIn(COORDINATOR, language);
        Visitor auditor = visitors.signedIn("auditor@audit.example", language);
        Visitor bank = visitors.signedIn("security@" + own + ".example", language);
        Visitor rival = visitors.signedIn("security@" + rivals + ".example", language);

        AuditJourney audit = new AuditJourney(agreement(portal, own));
        // The period is over already, so that the audit can be closed today.
        audit.schedule(coordinator, today.minusDays(PERIOD_DAYS), today.minusDays(1), today.plusDays(30));
        audit.staff(
                coordinator,
                auditor,
                visitors.signedIn("reviewer@cyber.example", language),
                english ? "Audit Partners LLC" : "監査パートナーズ合同会社");

        String finding = write(auditor, audit, english ? "Grants outlive their reason" : "理由のなくなった権限付与が残っている");
        assertEquals(NOT_FOUND, bank.open(finding).status(), "a draft is the team's");
        bank.complaints();
        submit(auditor, finding, today);
        check(bank, finding);
        said(bank, finding, "contest", "One of the three had been extended");
        auditor.open(finding.replace("/audit-finding?", "/audit-finding-edit?"));
        check(auditor);
        auditor.page().fill("#condition", "Two grants outlived their reason");
        press(auditor.page(), "#finding [id$=do]");
        submit(auditor, finding, today);
        act(bank, finding, "confirm", () -> {});
        act(bank, finding, "respond", () -> {
            bank.page().check("input[name=position][value=AGREED]");
            bank.page().fill("#words", "Both were ended");
        });
        act(bank, finding, "plan", () -> {
            bank.page().fill("#words", "Grants end with their reason");
            bank.page()
                    .fill(
                            "#due",
                            today.with(TemporalAdjusters.next(DayOfWeek.SUNDAY)).toString());
            assertTrue(bank.page().locator("#due-mark").isVisible(), "banks are closed");
            bank.page().fill("#due", today.plusDays(9).toString());
        });
        String action =
                bank.page().locator("a[href*='/corrective-action?']").first().getAttribute("href");
        bank.open(action);
        bank.page().locator("a[href*='act=report']").click();
        check(bank);
        bank.page().fill("#words", "Done for all nine");
        press(bank.page(), "#act [id$=do]");
        for (String path : List.of(finding, action)) {
            assertEquals(NOT_FOUND, rival.open(path).status(), path);
            rival.complaints();
        }

        audit.end(auditor);
        String report = report(coordinator, audit);
        assertTrue(report.contains("Two grants outlived their reason"), report);
        assertTrue(report.contains("Both were ended"), report);
        assertTrue(report.contains("Grants end with their reason"), report);
        report(bank, audit);
        assertEquals(NOT_FOUND, rival.open(audit.path("/audit-report-file")).status());
        rival.complaints();

        coordinator.open(action);
        coordinator.page().locator("a[href*='act=verify']").click();
        coordinator.page().fill("#words", "Nine grants looked at");
        press(coordinator.page(), "#act [id$=do]");
        assertThat(coordinator.page().locator("h1 .chip-good")).isVisible();
        check(coordinator);
        check(bank, audit.path("/audit") + "&tab=findings");
        check(bank, audit.path("/audit") + "&tab=actions");
        assertEquals("", String.join("\n", problems));
    }

    /** The number of the bank's oldest agreement in force. */
    private static String agreement(DemoPortal portal, String bank) throws Exception {
        return RestCaller.signIn(portal, COORDINATOR)
                .get("agreements?state=IN_FORCE&party=" + bank)
                .array("items")
                .objects()
                .stream()
                .map(each -> each.string("number"))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    private String write(Visitor auditor, AuditJourney audit, String title) {
        Page page = auditor.page();
        auditor.open(audit.path("/audit").replace("?id=", "?tab=findings&id="));
        page.locator("a[href*='/audit-finding-edit?']").first().click();
        check(auditor);
        page.selectOption("#section", "GRANTS");
        page.selectOption("#severity", "CRITICAL");
        Map.of(
                        "#title", title,
                        "#condition", "Three grants outlived their reason",
                        "#criterion", "Clause on people",
                        "#recommendation", "End grants with their reason")
                .forEach(page::fill);
        press(page, "#finding [id$=do]");
        check(auditor);
        return page.url().replaceFirst("https?://[^/]*", "");
    }

    private void submit(Visitor auditor, String finding, LocalDate today) {
        act(auditor, finding, "submit", () -> {
            auditor.page().fill("#factsDue", today.plusDays(3).toString());
            auditor.page().fill("#responseDue", today.plusDays(6).toString());
            auditor.page().fill("#remedyDue", today.plusDays(40).toString());
        });
    }

    private void said(Visitor visitor, String finding, String act, String words) {
        act(visitor, finding, act, () -> visitor.page().fill("#words", words));
    }

    /** Follows the link of the page, looks at the form, and presses its button. */
    private void act(Visitor visitor, String finding, String act, Runnable fill) {
        visitor.open(finding);
        Locator link = visitor.page().locator("main a[href*='act=" + act + "']").first();
        link.click();
        check(visitor);
        fill.run();
        press(visitor.page(), "#act [id$=do]");
    }

    private static void press(Page page, String button) {
        ReportJourney.press(page, button);
    }

    /** What the closing report says, by the text that its pages hold. */
    private String report(Visitor visitor, AuditJourney audit) throws Exception {
        Page page = visitor.page();
        visitor.open(audit.path("/audit"));
        check(visitor);
        Download download = page.waitForDownload(() -> page.click("a[href*='/audit-report-file']"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        return Pdf.text(file);
    }

    private void check(Visitor visitor, String path) {
        visitor.open(path);
        check(visitor);
    }

    /** Notes what is wrong with the page as it is now. */
    private void check(Visitor visitor) {
        String place = visitor.page().url().replaceFirst("https?://[^/]*", "");
        new PageCheck(visitor).problems().forEach(problem -> problems.add(place + ": " + problem));
    }
}
