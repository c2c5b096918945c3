package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.sekisho.server.SekishoProcess;

/** A sample from its frozen population to a sheet that somebody else has approved. */
final class SampleJourney {

    private final AuditJourney audit;
    private final Inspection inspection;
    private String sample = "";
    private String sheet = "";

    SampleJourney(AuditJourney audit, Inspection inspection) {
        this.audit = audit;
        this.inspection = inspection;
    }

    /** Freezes the grants of the period. */
    void freeze(Visitor auditor, String purpose) {
        Page page = auditor.page();
        auditor.open(audit.tab("samples"));
        page.locator("a[href*='/audit-sample-take?']").first().click();
        inspection.look(auditor);
        page.fill("#purpose", purpose);
        page.selectOption("#kind", "GRANTS");
        page.selectOption("#method", "RANDOM");
        page.fill("#size", "2");
        ReportJourney.press(page, "#take [id$=do]");
        inspection.look(auditor);
        sample = auditor.place();
        inspection.look(auditor, sample.replace("/audit-sample?", "/audit-sample-population?"));
    }

    /** Draws by the checkpoint that came after; until there is one the portal refuses. */
    void draw(Visitor auditor) throws InterruptedException {
        Page page = auditor.page();
        Locator answered = page.locator(".notice-good[role=status], .error-summary");
        SekishoProcess.await("a checkpoint covers the freezing", () -> {
            auditor.open(sample);
            page.click("#draw");
            answered.first().waitFor();
            return page.locator(".error-summary").count() == 0;
        });
        inspection.look(auditor);
        assertThat(page.locator("[aria-labelledby=items] tbody tr")).hasCount(2);
    }

    /** Fills the sheet of the first item with an exception. */
    void test(Visitor preparer, String procedure, String observation) {
        Page page = preparer.page();
        preparer.open(sample);
        page.locator("a[href*='/audit-sample-item?']").first().click();
        inspection.look(preparer);
        sheet = preparer.place();
        fill(page, procedure, "EXCEPTION", observation);
        inspection.look(preparer);
        assertThat(page.locator("#review-form")).hasCount(0);
    }

    /** Another one of the team returns it; it is done again. */
    void giveBackAndTestAgain(Visitor reviewer, Visitor preparer, String reason, String observation) {
        inspection.look(reviewer, sheet);
        reviewer.page().fill("#reason", reason);
        ReportJourney.press(reviewer.page(), "#review-form [id$=return]");
        inspection.look(preparer, sheet);
        assertThat(preparer.page().locator("main")).containsText(reason);
        fill(preparer.page(), reason, "EXCEPTION", observation);
    }

    void approve(Visitor reviewer, String observation) {
        Page page = reviewer.page();
        reviewer.open(sheet);
        assertThat(page.locator("main")).containsText(observation);
        ReportJourney.press(page, "#review-form [id$=approve]");
        assertThat(page.locator("h1 .chip-good")).isVisible();
        inspection.look(reviewer);
        inspection.look(reviewer, sample);
        inspection.look(reviewer, audit.tab("samples"));
    }

    /** Pages that only the auditors see. */
    String[] pages() {
        return new String[] {sample, sheet};
    }

    private static void fill(Page page, String procedure, String result, String observation) {
        page.fill("#procedure", procedure);
        page.selectOption("#result", result);
        page.fill("#observation", observation);
        ReportJourney.press(page, "#test-form [id$=record]");
    }
}
