package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.nio.file.Files;

/** One release of a report to somebody, from the request to the receipt. */
final class ReleaseJourney {

    private final String id;

    private ReleaseJourney(String id) {
        this.id = id;
    }

    /** @param recipient as the list of recipients names it */
    static ReleaseJourney ask(Visitor ciso, String report, String recipient, String format) {
        Page page = ciso.page();
        ciso.open("/release-new?id=" + report);
        page.selectOption("#recipient", new SelectOption().setLabel(recipient));
        page.selectOption("#format", format);
        page.click("#do");
        page.waitForURL(url -> url.contains("/release?id="));
        return new ReleaseJourney(page.url().replaceFirst(".*id=", ""));
    }

    String path() {
        return "/release?id=" + id;
    }

    void approve(Visitor approver) {
        approver.open(path());
        ReportJourney.press(approver.page(), "#approve");
    }

    /** Opens it from the list, as its recipient, and takes away what it holds. */
    String read(Visitor recipient) throws IOException {
        Page page = recipient.page();
        recipient.open("/releases");
        page.click("tbody th a[href='" + path() + "']");
        assertThat(page.locator("#receipt")).isVisible();
        Download file = page.waitForDownload(() -> page.click(".page-head a[href*='format=file']"));
        return Files.readString(file.path());
    }

    void confirmReceipt(Visitor recipient) {
        recipient.open(path());
        ReportJourney.press(recipient.page(), "#receipt");
    }
}
