package org.sekisho.server.browser;

import com.microsoft.playwright.Page.ScreenshotOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sekisho.server.DemoPortal;

/** The people of one test: each has a browser of their own, as it were. */
public final class Visitors implements AutoCloseable {

    private final String url;
    private final RunningBrowser browser;
    private final List<Visitor> all = new ArrayList<>();

    Visitors(String url, RunningBrowser browser) {
        this.url = url;
        this.browser = browser;
    }

    /** Somebody who hasn't signed in. */
    public Visitor stranger(Language language) {
        Visitor visitor = new Visitor(browser.context(url, language), language);
        all.add(visitor);
        return visitor;
    }

    /** Somebody with a demo account, on their home page. */
    public Visitor signedIn(String account, Language language) {
        return stranger(language).signIn(account, DemoPortal.PASSWORD);
    }

    void picture(Path folder, String name) {
        for (int i = 0; i < all.size(); i++) {
            Path file = folder.resolve(name + "-" + i + ".png");
            all.get(i)
                    .page()
                    .screenshot(new ScreenshotOptions().setFullPage(true).setPath(file));
        }
    }

    @Override
    public void close() {
        all.forEach(Visitor::close);
    }
}
