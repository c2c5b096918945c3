package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/**
 * An audit from its schedule to its closing report, in each language: evidence is asked for and handed in, a sample drawn and tested, the
 * pack encrypted for its auditors; a finding is contested, revised, confirmed, responded to, and followed up after the close; the rival
 * sees nothing of it.
 */
@BrowserTests
class AuditToReportIT {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final String AUDITOR = "auditor@audit.example";
    private static final String COLLEAGUES_PASSWORD = "copper-lantern-41-meadow";
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;
    private static final int PERIOD_DAYS = 20;
    /** What the finding names; the revision keeps the first of them. */
    private static final List<String> NAMED = List.of("ac-2", "tl-2");

    private final Inspection inspection = new Inspection();

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
        Visitor auditor = visitors.signedIn(AUDITOR, language);
        Visitor bank = visitors.signedIn("security@" + own + ".example", language);
        Visitor rival = visitors.signedIn("security@" + rivals + ".example", language);

        AuditJourney audit = new AuditJourney(agreement(portal, own));
        // The period is over already, so that the audit can be closed today.
        audit.schedule(coordinator, today.minusDays(PERIOD_DAYS), today.minusDays(1), today.plusDays(30));
        ProvisioningJourney newcomer = new ProvisioningJourney("audit", "AUDITOR", "colleague-" + language.code());
        Visitor colleague = arrive(newcomer, coordinator, visitors, language);
        Map<String, Visitor> team = new LinkedHashMap<>();
        team.put(AUDITOR, auditor);
        team.put(newcomer.email(), colleague);
        audit.staff(
                coordinator,
                visitors.signedIn("reviewer@cyber.example", language),
                english ? "Audit Partners LLC" : "監査パートナーズ合同会社",
                team);

        askForEvidence(audit, auditor, bank, rival, english);
        sample(audit, auditor, colleague, bank, english);
        pack(audit, auditor, bank, rival);

        String finding = write(auditor, audit, english ? "Grants outlive their reason" : "理由のなくなった権限付与が残っている");
        // A draft is the team's.
        assertHidden(bank, finding);
        submit(auditor, finding, today);
        inspection.look(bank, finding);
        said(bank, finding, "contest", "One of the three had been extended");
        auditor.open(finding.replace("/audit-finding?", "/audit-finding-edit?"));
        inspection.look(auditor);
        NAMED.forEach(
                control -> assertThat(auditor.page().locator(ticking(control))).isChecked());
        auditor.page().uncheck(ticking(NAMED.get(1)));
        auditor.page().fill("#condition", "Two grants outlived their reason");
        press(auditor.page(), "#finding [id$=do]");
        submit(auditor, finding, today);
        assertCountsFor(bank, audit, finding, NAMED.get(0));
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
        inspection.look(bank);
        bank.page().fill("#words", "Done for all nine");
        press(bank.page(), "#act [id$=do]");
        assertHidden(rival, finding);
        assertHidden(rival, action);

        audit.end(auditor);
        String report = report(coordinator, audit);
        assertTrue(report.contains("Two grants outlived their reason"), report);
        assertTrue(report.contains(NAMED.get(0)), report);
        assertFalse(report.contains(NAMED.get(1)), report);
        assertTrue(report.contains("Both were ended"), report);
        assertTrue(report.contains("Grants end with their reason"), report);
        report(bank, audit);
        assertHidden(rival, audit.path("/audit-report-file"));

        coordinator.open(action);
        coordinator.page().locator("a[href*='act=verify']").click();
        coordinator.page().fill("#words", "Nine grants looked at");
        press(coordinator.page(), "#act [id$=do]");
        assertThat(coordinator.page().locator("h1 .chip-good")).isVisible();
        inspection.look(coordinator);
        inspection.look(bank, audit.tab("findings"));
        inspection.look(bank, audit.tab("actions"));
        inspection.assertNothingWrong();
    }

    /** Another auditor of the firm: what one has tested somebody else reviews. */
    private static Visitor arrive(
            ProvisioningJourney newcomer, Visitor coordinator, Visitors visitors, Language language) {
        Visitor administrator = visitors.signedIn("admin@audit.example", language);
        newcomer.importPerson(administrator);
        newcomer.approveRoleFromOutside(coordinator);
        return newcomer.arrive(visitors.stranger(language), newcomer.link(administrator), COLLEAGUES_PASSWORD);
    }

    private void askForEvidence(AuditJourney audit, Visitor auditor, Visitor bank, Visitor rival, boolean english) {
        String title = english ? "Attendance of the training" : "研修の出席簿";
        RequestJourney request = new RequestJourney(audit, inspection);
        request.raise(
                auditor,
                english ? "Who attended the training" : "研修の出席者",
                LocalDate.now(TOKYO).plusDays(9));
        request.answer(bank, title, english ? "Attended by all 3 members" : "全員（3名）が出席");
        request.giveBackAndAnswerAgain(auditor, bank, english ? "Of which course?" : "どの研修のものですか");
        request.accept(auditor, title);
        assertHidden(rival, request.path());
    }

    private void sample(AuditJourney audit, Visitor auditor, Visitor colleague, Visitor bank, boolean english)
            throws Exception {
        String observation = english ? "Checked a day after it began" : "開始の翌日に確認されていた";
        SampleJourney sample = new SampleJourney(audit, inspection);
        sample.freeze(auditor, english ? "Were grants approved before use?" : "権限付与は利用前に承認されたか");
        sample.draw(auditor);
        sample.test(auditor, english ? "Compared the times" : "時刻を突き合わせた", english ? "Checked late" : "確認が遅れた");
        sample.giveBackAndTestAgain(colleague, auditor, english ? "By how long?" : "どれだけ遅れましたか", observation);
        sample.approve(colleague, observation);
        for (String path : sample.pages()) {
            assertEquals(FORBIDDEN, bank.open(path).status(), path);
            bank.complaints();
        }
    }

    private void pack(AuditJourney audit, Visitor auditor, Visitor bank, Visitor rival) throws Exception {
        EncryptedPackJourney pack =
                new EncryptedPackJourney(audit, inspection, Files.createDirectory(folder.resolve("auditors")));
        pack.give(auditor);
        pack.assertShown(bank);
        pack.build(auditor);
        pack.assertOpensAsThePageSays(auditor);
        pack.assertRefusedAfterOneByte(auditor);
        assertHidden(rival, audit.path("/audit-certificate").replace("?id=", "?audit="));
    }

    private static void assertHidden(Visitor outsider, String path) {
        assertEquals(NOT_FOUND, outsider.open(path).status(), path);
        outsider.complaints();
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
        auditor.open(audit.tab("findings"));
        page.locator("a[href*='/audit-finding-edit?']").first().click();
        inspection.look(auditor);
        page.selectOption("#section", "GRANTS");
        page.selectOption("#severity", "CRITICAL");
        NAMED.forEach(control -> page.check(ticking(control)));
        Map.of(
                        "#title", title,
                        "#condition", "Three grants outlived their reason",
                        "#criterion", "Clause on people",
                        "#recommendation", "End grants with their reason")
                .forEach(page::fill);
        press(page, "#finding [id$=do]");
        inspection.look(auditor);
        NAMED.forEach(control ->
                assertThat(page.locator("main dd li").filter(having(control))).isVisible());
        return auditor.place();
    }

    /** The controls of the audit show the finding once, at the one that it names, though its section shows others too. */
    private void assertCountsFor(Visitor bank, AuditJourney audit, String finding, String control) {
        bank.open(audit.tab("controls"));
        inspection.look(bank);
        Locator rows = bank.page().locator("tr:has(a[href='" + finding + "'])");
        assertThat(rows).hasCount(1);
        assertThat(rows.locator("th")).containsText(control);
        inspection.look(bank, audit.tab("findings"));
        assertThat(bank.page().locator("tr:has(a[href='" + finding + "']) th")).containsText(control);
    }

    private static String ticking(String control) {
        return "input[name=controls][value=" + control + "]";
    }

    private static Locator.FilterOptions having(String words) {
        return new Locator.FilterOptions().setHasText(words);
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
        inspection.look(visitor);
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
        inspection.look(visitor);
        Download download = page.waitForDownload(() -> page.click("a[href*='/audit-report-file']"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
        return Pdf.text(file);
    }
}
