package org.sekisho.server.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Response;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Opens pages, remembers which views they were of, and what was wrong with them; several threads may do so at once. */
final class Survey {

    private static final int FOUND = 200;

    /** Forms that are refused when nothing is filled in: what the refusal looks like belongs to the page. */
    private static final Pattern REFUSED_EMPTY = Pattern.compile(
            "/(agreement-draft|audit-schedule|freeze-declare|person-edit|organisation-edit|people-import|playbook-act)"
                    + "|/(grant-request|role-request|attestation|audit-raise|audit-sample-take|audit-upload|audit-declare)\\?.*"
                    + "|/training-record\\?agreement=[^&]*|/signing-authority\\?organisation=[^&]*|/agreement-act\\?.*act=(suspend|terminate).*");

    /** Fields that are empty and not optional, and that the summary passes over although it names others like them; links to none. */
    private static final String UNSAID =
            """
            () => {
              const said = [...document.querySelectorAll('.error-summary a')].map(a => a.getAttribute('href').slice(1));
              const empty = [...document.querySelectorAll('main .field')].filter(f => !f.querySelector('label small'))
                .flatMap(f => [...f.querySelectorAll('input:not([type=hidden], [type=file]), select, textarea')])
                .filter(e => e.value === '').map(e => e.id);
              const unsaid = empty.some(id => said.includes(id)) ? empty.filter(id => !said.includes(id)) : [];
              return unsaid.concat(said.filter(id => !document.getElementById(id)));
            }
            """;

    /** Each problem once, with the first page that has it. */
    private final Map<String, String> problems = new LinkedHashMap<>();

    private final Map<Language, Set<String>> views = new EnumMap<>(Language.class);

    /** Opens a page and notes what is wrong with it, and with its form when that is sent as it is. */
    void look(Visitor visitor, String who, String path) {
        look(visitor, who, path, FOUND, view(path));
        if (REFUSED_EMPTY.matcher(path).matches()) {
            sendEmpty(visitor, who, path);
        }
    }

    /** Opens a page that answers otherwise, or shows another view than its address names. */
    void look(Visitor visitor, String who, String path, int status, String view) {
        String place = place(visitor, who, path);
        Response response = visitor.open(path);
        if (response.status() != status) {
            note("answers " + response.status(), place);
        }
        if (status != FOUND) {
            visitor.complaints();
        }
        check(visitor, place, view);
    }

    /** Notes what is wrong with the page as it is now. */
    void check(Visitor visitor, String place, String view) {
        saw(visitor.language(), view);
        try {
            new PageCheck(visitor).problems().forEach(problem -> note(problem, place));
        } catch (PlaywrightException failure) {
            note(String.valueOf(failure.getMessage()), place);
        }
    }

    private void sendEmpty(Visitor visitor, String who, String path) {
        Page page = visitor.page();
        page.evaluate("() => document.querySelectorAll('main form').forEach(form => form.noValidate = true)");
        Locator send = page.locator("main form .actions button");
        if (send.count() == 0) {
            if (page.locator("main .empty, main .notice-bad").count() == 0) {
                note("has no form to send, and does not say why", place(visitor, who, path));
            }
            return;
        }
        send.first().click();
        page.waitForLoadState();
        if (page.locator(".error-summary").count() == 0) {
            note("nothing is said about an empty form", place(visitor, who, path));
        }
        ((List<?>) page.evaluate(UNSAID))
                .forEach(field -> note("nothing is said about the empty field " + field, place(visitor, who, path)));
        check(visitor, place(visitor, who, path) + " sent empty", view(path));
    }

    /** Likewise opens what no page shows by itself: a part that a script brings into another. */
    void lookAtPart(Visitor visitor, String who, String path) {
        Response response = visitor.open(path);
        saw(visitor.language(), view(path));
        if (response.status() != FOUND || visitor.page().content().contains("???")) {
            note("is no part of a page: " + response.status(), place(visitor, who, path));
        }
    }

    synchronized void note(String problem, String place) {
        problems.putIfAbsent(problem, place);
    }

    synchronized List<String> problems() {
        return problems.entrySet().stream()
                .map(each -> each.getValue() + ": " + each.getKey())
                .toList();
    }

    /** Notes which of these views it never saw in some language. */
    synchronized void requireAll(Set<String> all) {
        views.forEach((language, seen) -> new TreeSet<>(all)
                .stream()
                        .filter(view -> !seen.contains(view))
                        .forEach(view -> note(view + " was never opened in " + language, "Views")));
    }

    private synchronized void saw(Language language, String view) {
        views.computeIfAbsent(language, each -> new TreeSet<>()).add(view);
    }

    private static String place(Visitor visitor, String who, String path) {
        return who + " in " + visitor.language() + " at " + path;
    }

    private static String view(String path) {
        return path.replaceFirst("^/", "").replaceFirst("[?#].*", "");
    }
}
