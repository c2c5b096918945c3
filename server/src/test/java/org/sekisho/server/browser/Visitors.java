package org.sekisho.server.browser;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.server.DemoPortal;

/** The people of one test: each has a browser of their own, as it were. */
public final class Visitors implements AutoCloseable {

    private final String url;
    private final RunningBrowser browser;
    private final List<String> scripts;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(String url, RunningBrowser browser, List<String> scripts) {
        this.url = url;
        this.browser = browser;
        this.scripts = List.copyOf(scripts);
    }

    /** Somebody who hasn't signed in. */
    public Visitor stranger(Language language) {
        Visitor visitor = new Visitor(browser.context(url, language), url, language, scripts);
        all.add(visitor);
        return visitor;
    }

    /** Somebody with a demo account, on their home page. */
    public Visitor signedIn(String account, Language language) {
        return stranger(language).signIn(account, DemoPortal.PASSWORD);
    }

    /** A picture of what each of them sees who hasn't left. */
    void picture(Path folder, String name) {
        for (int i = 0; i < all.size(); i++) {
            Page page = all.get(i).page();
            if (!page.isClosed()) {
                Path file = folder.resolve(name + "-" + i + ".png");
                page.screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
            }
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
    }
}
