package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.util.ArrayList;
import java.util.List;

/** Somebody at the portal, with what their browser complained about. */
public final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final Language language;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Visitor(BrowserContext context, Language language) {
        this.context = context;
        this.language = language;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        context.addInitScript(Scripts.LISTENING);
    }

    public Page page() {
        return page;
    }

    public Language language() {
        return language;
    }

    /** Opens a page of the portal by its path. */
    public Response open(String path) {
        return page.navigate(path);
    }

    /** The path of the page that is open. */
    public String place() {
        return page.url().replaceFirst("https?://[^/]*", "");
    }

    /** Signs in on the page of signing in, and chooses the language if the account has another. */
    public Visitor signIn(String account, String password) {
        open("/sign-in");
        page.fill("#username", account);
        page.fill("#password", password);
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/sign-in"));
        return speak(language);
    }

    /** Presses the button of this language, unless the page is in it. */
    public Visitor speak(Language wanted) {
        if (!wanted.code().equals(page.getAttribute("html", "lang"))) {
            page.click("form.language button[lang='" + wanted.code() + "']");
            page.waitForSelector("html[lang='" + wanted.code() + "']");
        }
        return this;
    }

    public Visitor signOut() {
        page.click(".bar-who");
        page.click("#leave button");
        page.waitForURL(url -> url.contains("/sign-in"));
        return this;
    }

    /** What the browser's console said since the last question: errors of scripts, refused by the content security policy, missing files. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    public void assertNoComplaints() {
        assertEquals(List.of(), complaints(), page.url());
    }

    @Override
    public void close() {
        context.close();
    }
}
