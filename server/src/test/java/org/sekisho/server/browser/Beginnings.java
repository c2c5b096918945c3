package org.sekisho.server.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Begins what the demo's story leaves out, so that there is something to see on every page. */
final class Beginnings {

    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final String AUDITOR = "auditor@audit.example";
    private static final String SIGNER = "signatory@hinode.example";

    private static final String NO_RESULTS =
            """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "survey"}}, "results": []}]}
            """;

    private final Visitors visitors;

    Beginnings(Visitors visitors) {
        this.visitors = visitors;
    }

    /** Under the first agreement that can go on to another phase. */
    void openEvaluation() {
        Visitor coordinator = visitors.signedIn(COORDINATOR, Language.ENGLISH);
        Page page = coordinator.page();
        coordinator.open("/agreements");
        for (String agreement : links(page, "tbody a[href*='/agreement?id=']")) {
            coordinator.open(agreement + "&tab=phases");
            Locator open = page.locator("#open");
            if (open.count() > 0) {
                open.click();
                page.waitForLoadState();
                break;
            }
        }
        coordinator.close();
    }

    /** Leaves an agreement whose title and parties can still be changed. */
    void draftAgreement() {
        Visitor coordinator = visitors.signedIn(COORDINATOR, Language.ENGLISH);
        Page page = coordinator.page();
        coordinator.open("/agreement-draft");
        page.fill("#titleEn", "Begun and not opened yet");
        page.fill("#titleJa", "作成中の案文");
        page.selectOption("#institution", new SelectOption().setIndex(1));
        page.selectOption("#provider", new SelectOption().setIndex(1));
        page.click("#do");
        page.waitForURL(url -> url.contains("/agreement?"));
        coordinator.close();
    }

    /** Leaves a signature to confirm; the file is the agreement's own document, as it would be signed elsewhere. */
    void attachSignature() {
        Visitor signer = visitors.signedIn(SIGNER, Language.ENGLISH);
        Page page = signer.page();
        signer.open("/agreements");
        for (String place : links(page, "tbody a[href*='/agreement?id=']")) {
            String agreement = place.replaceFirst(".*id=", "");
            signer.open("/signature-attach?agreement=" + agreement);
            if (page.locator("#attach").count() == 0) {
                continue;
            }
            signer.open("/agreement?tab=document&id=" + agreement);
            Download document = page.waitForDownload(
                    () -> page.locator("a[href*='format=pdf']").first().click());
            signer.open("/signature-attach?agreement=" + agreement);
            page.setInputFiles("#file", document.path());
            page.selectOption("#method", new SelectOption().setIndex(1));
            page.selectOption("#authority", new SelectOption().setIndex(1));
            page.fill("#signedOn", LocalDate.now(ZoneId.of("Asia/Tokyo")).toString());
            page.click("#attach [id$=do]");
            page.waitForURL(url -> !url.contains("/signature-attach"));
            break;
        }
        signer.close();
    }

    /** Leaves a declaration to decide on. */
    void declareIndependence() {
        Visitor auditor = visitors.signedIn(AUDITOR, Language.ENGLISH);
        Page page = auditor.page();
        auditor.open("/audits");
        for (String audit : links(page, "tbody a[href*='/audit?']")) {
            auditor.open(audit + "&tab=team");
            Locator declare = page.locator("a[href*='/audit-declare']");
            if (declare.count() > 0) {
                declare.first().click();
                page.check("input[name=known][value=none]");
                page.click("#declare [id$=do]");
                page.waitForURL(url -> url.contains("/audit?"));
                break;
            }
        }
        auditor.close();
    }

    /** Asks for a pack, and answers where its progress is told. */
    static String buildPack(Visitor auditor) {
        Page page = auditor.page();
        auditor.open("/audits");
        for (String audit : links(page, "tbody a[href*='/audit?']")) {
            auditor.open(audit);
            if (page.locator("#build").count() > 0) {
                page.click("#build");
                page.waitForURL(url -> url.contains("/audit"));
                Locator row = page.locator("tr[id^=pack-]").first();
                row.waitFor();
                return "/pack-progress?id=" + row.getAttribute("id").substring("pack-".length());
            }
        }
        throw new AssertionError("No audit offers a pack");
    }

    /** Hands in a file of reports, and answers where its row alone is told. */
    static String importReports(Visitor analyst) {
        Page page = analyst.page();
        analyst.open("/report-import");
        page.selectOption("#agreement", new SelectOption().setIndex(1));
        page.setInputFiles("#file", new FilePayload("empty.sarif", "application/json", NO_RESULTS.getBytes(UTF_8)));
        page.click("#do");
        Locator row = page.locator("#results tr[id^=import-]").first();
        row.waitFor();
        return "/report-import-row?id=" + row.getAttribute("id").substring("import-".length());
    }

    private static List<String> links(Page page, String selector) {
        return page.locator(selector).all().stream()
                .map(link -> link.getAttribute("href"))
                .distinct()
                .toList();
    }
}
