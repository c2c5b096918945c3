package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.SelectOption;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One engagement from its schedule to the evidence pack that the auditor takes away, and to its end. */
final class AuditJourney {

    private static final double BUILT = 60_000;
    private static final Pattern ID = Pattern.compile("[?&]id=([0-9a-f-]{36})");

    private final String number;
    private String audit = "";

    /** @param number of the agreement, as lists show it */
    AuditJourney(String number) {
        this.number = number;
    }

    void schedule(Visitor coordinator, LocalDate first, LocalDate last, LocalDate due) {
        Page page = coordinator.page();
        coordinator.open("/audit-schedule");
        choose(page, "#agreement", number);
        page.selectOption("#standard", "ISAE_3000");
        page.selectOption("#level", "LIMITED");
        page.fill("#periodFirst", first.toString());
        page.fill("#periodLast", last.toString());
        page.fill("#reportDue", due.toString());
        for (String section : List.of("AGREEMENT", "GRANTS", "TRAINING", "TRAIL")) {
            page.check("#sections input[value='" + section + "'], input[name=sections][value='" + section + "']");
        }
        page.fill("#criteria", "Criteria");
        page.fill("#intendedUsers", "Users");
        page.click("#schedule [id$=create]");
        page.waitForURL(url -> ID.matcher(url).find());
        Matcher id = ID.matcher(page.url());
        if (!id.find()) {
            throw new AssertionError(page.url());
        }
        audit = id.group(1);
    }

    /**
     * The firm and its auditors are appointed; independence is declared, and accepted by secretariat and authority; fieldwork begins.
     *
     * @param auditors by their accounts; the first declares for the firm too
     */
    void staff(Visitor coordinator, Visitor authority, String firm, Map<String, Visitor> auditors) {
        Page page = coordinator.page();
        act(coordinator, "appoint", () -> page.selectOption("#firm", new SelectOption().setLabel(firm)));
        for (String account : auditors.keySet()) {
            act(coordinator, "assign", () -> choose(page, "#person", account));
        }
        for (Visitor auditor : auditors.values()) {
            declareAndAccept(coordinator, auditor, authority, "a[href*='/audit-declare']:not([href*='of=firm'])");
        }
        Visitor first = auditors.values().iterator().next();
        declareAndAccept(coordinator, first, authority, "a[href*='/audit-declare'][href*='of=firm']");
        act(coordinator, "begin", () -> {});
    }

    /** Chooses what has these words in a list. */
    private static void choose(Page page, String list, String words) {
        String value = page.locator(list + " option", new Page.LocatorOptions().setHasText(words))
                .getAttribute("value");
        page.selectOption(list, value);
    }

    /** @param declare the link to the declaration, the auditor's own or the firm's */
    private void declareAndAccept(Visitor coordinator, Visitor auditor, Visitor authority, String declare) {
        Page auditors = auditor.page();
        auditor.open(tab("team"));
        auditors.locator(declare).first().click();
        auditors.check("input[name=known][value=none]");
        auditors.click("#declare [id$=do]");
        auditors.waitForURL(url -> url.contains("/audit?"));
        for (Visitor side : List.of(coordinator, authority)) {
            side.open(tab("team"));
            side.page().locator("a[href*='/audit-decide']").first().click();
            // The coordinator may also record what an authority decided elsewhere, and says whose decision it is.
            if (side == coordinator) {
                side.page().locator("input[name=side]").first().check();
            }
            side.page().check("input[name=verdict][value=accept]");
            side.page().fill("#reason", "No threats");
            side.page().click("#decide [id$=do]");
            side.page().waitForURL(url -> url.contains("/audit?"));
        }
    }

    /** The bank uploads a file that proves something about the period. */
    void upload(Visitor bank, LocalDate first, LocalDate last, String content) {
        Page page = bank.page();
        bank.open("/audit-upload?id=" + audit);
        page.setInputFiles(
                "input[type=file]",
                new FilePayload("attendance.txt", "text/plain", content.getBytes(StandardCharsets.UTF_8)));
        page.selectOption("#section", "TRAINING");
        page.fill("#periodFirst", first.toString());
        page.fill("#periodLast", last.toString());
        page.fill("#evidenceTitle", "Attendance");
        page.click("#upload [id$=do]");
        page.waitForURL(url -> url.contains("/audit-evidence"));
    }

    /** The auditor builds the pack, and sees it progress until it is ready. */
    void build(Visitor auditor) {
        Page page = auditor.page();
        auditor.open("/audit?id=" + audit);
        page.click("#build");
        assertThat(page.locator("#job.notice-good")).isVisible(new IsVisibleOptions().setTimeout(BUILT));
        // The row of the list hears of it by itself.
        assertThat(page.locator("[data-refresh]")).hasCount(0);
    }

    /** Builds the pack and downloads it. */
    Path pack(Visitor auditor, Path folder) {
        build(auditor);
        return download(auditor, "/pack-file", folder);
    }

    /** Downloads what is ready, by the name that the portal gives it. */
    static Path download(Visitor auditor, String link, Path folder) {
        Page page = auditor.page();
        Download download = page.waitForDownload(() -> page.click("#job a[href*='" + link + "']"));
        Path file = folder.resolve(download.suggestedFilename());
        download.saveAs(file);
        return file;
    }

    /** Fieldwork and reporting end with a conclusion. */
    void end(Visitor auditor) {
        act(auditor, "report", () -> {});
        act(auditor, "close", () -> auditor.page().check("input[name=conclusion][value=QUALIFIED]"));
    }

    /** A page about the audit. */
    String path(String page) {
        return page + "?id=" + audit;
    }

    /** One of the tabs of the audit's page. */
    String tab(String tab) {
        return "/audit?tab=" + tab + "&id=" + audit;
    }

    private void act(Visitor visitor, String act, Runnable fill) {
        Page page = visitor.page();
        visitor.open("/audit-act?id=" + audit + "&act=" + act);
        fill.run();
        page.click("#act [id$=do]");
        page.waitForURL(url -> url.contains("/audit?"));
    }
}
