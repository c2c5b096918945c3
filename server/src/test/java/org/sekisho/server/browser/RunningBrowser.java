package org.sekisho.server.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Playwright.CreateOptions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.util.Map;

/** One browser for all tests; what each visitor has in it is apart from what others have. */
final class RunningBrowser implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 30_000;

    private final Playwright playwright;
    private final Browser browser;

    private RunningBrowser(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    static RunningBrowser start() {
        var options = Chromium.provide();
        // Others test beside: a page may take longer than Playwright expects.
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
        // It would fetch three browsers otherwise, whichever is used.
        Playwright playwright =
                Playwright.create(new CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return new RunningBrowser(playwright, playwright.chromium().launch(options));
    }

    BrowserContext context(String url, Language language) {
        return browser.newContext(new Browser.NewContextOptions()
                .setBaseURL(url)
                .setViewportSize(PageCheck.DESK_WIDTH, PageCheck.HEIGHT)
                .setLocale(language.code())
                .setTimezoneId("Asia/Tokyo")
                .setAcceptDownloads(true));
    }

    @Override
    public void close() {
        playwright.close();
    }
}
