package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Somebody at the portal, with what their browser complained about. */
public final class Visitor implements AutoCloseable {

    private final BrowserContext context;
    private final URI url;
    private final Language language;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    /** @param scripts that every page has that this visitor opens, from its beginning on */
    Visitor(BrowserContext context, String url, Language language, List<String> scripts) {
        this.context = context;
        this.url = URI.create(url);
        this.language = language;
        this.page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.type().equals("warning")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        context.addInitScript(Scripts.LISTENING);
        scripts.forEach(context::addInitScript);
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

    /** The whole address of a path of the portal. */
    URI address(String path) {
        return url.resolve(path);
    }

    /** By what the portal knows this browser, as a request's header names it. */
    String cookies() {
        return context.cookies().stream()
                .map(each -> each.name + "=" + each.value)
                .collect(Collectors.joining("; "));
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
