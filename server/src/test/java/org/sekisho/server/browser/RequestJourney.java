package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** What auditors ask an organisation for, and the file that answers it. */
final class RequestJourney {

    private final AuditJourney audit;
    private final Inspection inspection;
    private String request = "";

    RequestJourney(AuditJourney audit, Inspection inspection) {
        this.audit = audit;
        this.inspection = inspection;
    }

    /** For the whole period, of the organisation that is audited. */
    void raise(Visitor auditor, String item, LocalDate due) {
        Page page = auditor.page();
        auditor.open(audit.tab("requests"));
        page.locator("a[href*='/audit-raise?']").first().click();
        inspection.look(auditor);
        page.selectOption("#section", "TRAINING");
        page.fill("#item", item);
        page.fill("#due", due.toString());
        ReportJourney.press(page, "#raise [id$=do]");
        inspection.look(auditor);
        request = auditor.place();
    }

    /** Uploads a file for it, and hands that in. */
    void answer(Visitor bank, String title, String content) {
        Page page = bank.page();
        inspection.look(bank, request);
        page.locator("a[href*='/audit-upload?']").first().click();
        inspection.look(bank);
        page.fill("#evidenceTitle", title);
        page.setInputFiles(
                "#file", new FilePayload("attendance.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        ReportJourney.press(page, "#upload [id$=do]");
        inspection.look(bank);
        // The file that was uploaded for it is ticked already.
        assertThat(page.locator("#reply-form input:checked")).hasCount(1);
        ReportJourney.press(page, "#reply-form [id$=do]");
        inspection.look(bank);
    }

    /** Gives the answer back with a reason; the bank answers again with the same file. */
    void giveBackAndAnswerAgain(Visitor auditor, Visitor bank, String reason) {
        auditor.open(request);
        auditor.page().fill("#reason", reason);
        ReportJourney.press(auditor.page(), "#judge-form [id$=return]");
        inspection.look(bank, request);
        assertThat(bank.page().locator("main")).containsText(reason);
        ReportJourney.press(bank.page(), "#reply-form [id$=do]");
    }

    void accept(Visitor auditor, String title) {
        Page page = auditor.page();
        inspection.look(auditor, request);
        assertThat(page.locator("[aria-labelledby=answer]")).containsText(title);
        ReportJourney.press(page, "#judge-form [id$=accept]");
        assertThat(page.locator("h1 .chip-good")).isVisible();
        inspection.look(auditor, audit.tab("requests"));
        inspection.look(auditor, audit.tab("evidence"));
    }

    String path() {
        return request;
    }
}
