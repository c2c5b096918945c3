package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** What every answer tells the browser to keep to, and that a page's form counts only from that page in that session. */
final class HeaderChecks {

    private static final Pattern NONCE = Pattern.compile("script-src[^;]*'nonce-([^']+)'");
    private static final Pattern SCRIPT = Pattern.compile("<script\\b([^>]*)>");
    private static final Pattern RESOURCE =
            Pattern.compile("href=\"(/jakarta\\.faces\\.resource/[^\"]+\\.css[^\"]*)\"");
    private static final String POLICY = "Content-Security-Policy";
    /** As the server's own servlet of files gives it out. */
    private static final String STYLES = "/resources/sekisho/base.css";

    private static final String FORM = "/freeze-declare";

    private final Bank bank = Regime.get().own();
    private final Player ciso = bank.person(Role.CISO);
    private final Browser browser = new Browser(ciso);

    /** Scripts of a page run by its nonce alone, which is another one each time. */
    void aPageRunsItsOwnScriptsAlone() {
        HttpResponse<String> page = browser.get("/home");
        assertEquals(200, page.statusCode());
        String nonce = requireNonce(page);
        Matcher script = SCRIPT.matcher(page.body());
        int scripts = 0;
        while (script.find()) {
            assertTrue(
                    script.group(1).contains("nonce=\"" + nonce + "\"")
                            || script.group(1).contains("src=\"/"),
                    script.group());
            scripts++;
        }
        assertTrue(scripts > 0, "The page has scripts");
        assertFalse(Pattern.compile("\\son[a-z]+=\"").matcher(page.body()).find(), "No script stands in an attribute");
        assertNotEquals(nonce, requireNonce(browser.get("/home")));
        requireShared(page.headers());
        assertEquals(List.of("no-store"), page.headers().allValues("Cache-Control"));
    }

    void aResourceAndAnAnswerOfRestRunNothing() {
        Matcher found = RESOURCE.matcher(browser.get("/home").body());
        assertTrue(found.find(), "The page names its styles");
        HttpResponse<String> resource = browser.get(found.group(1).replace("&amp;", "&"));
        assertEquals(200, resource.statusCode());
        requireClosed(resource.headers());
        HttpHeaders rest = new Program(ciso).get("/agreements").headers();
        requireClosed(rest);
        assertEquals(List.of("no-store"), rest.allValues("Cache-Control"));
        Program.Told refused = new Program("").get("/agreements");
        assertEquals(401, refused.status());
        requireClosed(refused.headers());
    }

    /** A page that isn't there, by its address or by what the address names, and one that isn't for this reader. */
    void aPageOfErrorsIsAsClosedAsAnyOther() {
        Map<String, Integer> pages =
                Map.of("/no-such-page", 404, "/agreement?id=" + UUID.randomUUID(), 404, "/organisation-edit", 403);
        pages.forEach((path, status) -> {
            HttpResponse<String> page = browser.get(path);
            assertEquals(status, page.statusCode(), path);
            requireShared(page.headers());
            requireNonce(page);
            assertEquals(List.of("no-store"), page.headers().allValues("Cache-Control"), path);
        });
    }

    /** What is refused before a page is asked, be it by the server itself: its own page would say what it is, and closes nothing. */
    void whatTheServerRefusesIsSaidByAPageOfOurs() {
        String file = "--" + Browser.BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\na\r\n--" + Browser.BOUNDARY
                + "--\r\n";
        Map<Integer, HttpResponse<String>> refused = Map.of(
                411, browser.postWithoutLength(FORM, file),
                412, browser.get(STYLES, "If-Match", "\"of another day\""),
                416, browser.get(STYLES, "Range", "bytes=99999999-"),
                501, browser.ask("BREW", STYLES));
        refused.forEach((status, page) -> {
            assertEquals(status, page.statusCode());
            assertTrue(page.body().contains("class=\"alone-head\""), status + ": " + page.body());
            assertFalse(page.body().contains("Payara"), page.body());
            requireShared(page.headers());
            requireNonce(page);
            assertEquals(List.of("no-store"), page.headers().allValues("Cache-Control"), "for " + status);
        });
    }

    /** A form without the state of its page, with an invented one, or with that of somebody else's page does nothing. */
    void aFormCountsFromItsPageInItsSessionAlone() {
        Browser others = new Browser(Regime.get().player(Role.COORDINATOR));
        String foreign = Browser.form(others.get(FORM), "freeze").get(Browser.STATE);
        String nonce = Browser.form(browser.get(FORM), "freeze").get("primefaces.nonce");
        for (String state : List.of("", "1234:5678", foreign)) {
            String reason = "Forged with " + state;
            Map<String, String> fields = filled(reason);
            fields.put("primefaces.nonce", nonce);
            if (state.isEmpty()) {
                fields.remove(Browser.STATE);
            } else {
                fields.put(Browser.STATE, state);
            }
            HttpResponse<String> answer = browser.post(FORM, fields);
            assertEquals(0, freezes(reason), reason);
            assertFalse(
                    answer.headers().firstValue("Location").orElse("").endsWith("/freezes"),
                    "It isn't said to be done: " + answer.headers().map());
        }
        String reason = "By the page";
        assertEquals(302, browser.post(FORM, filled(reason)).statusCode());
        assertEquals(1, freezes(reason));
    }

    private Map<String, String> filled(String reason) {
        Map<String, String> fields = Browser.form(browser.get(FORM), "freeze");
        fields.putAll(
                Map.of("kind", "PERSON", "person", bank.person(Role.ANALYST).email(), "reason", reason, "do", ""));
        return fields;
    }

    private static int freezes(String reason) {
        return Database.texts("select id::text from access_freeze where reason = ?", reason)
                .size();
    }

    private static String requireNonce(HttpResponse<String> page) {
        List<String> nonces = page.headers().allValues(POLICY).stream()
                .map(NONCE::matcher)
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .toList();
        assertEquals(1, nonces.size(), page.headers().map().toString());
        return nonces.get(0);
    }

    private static void requireClosed(HttpHeaders headers) {
        requireShared(headers);
        String policies = String.join("; ", headers.allValues(POLICY));
        assertTrue(policies.contains("default-src 'none'"), policies);
        assertFalse(policies.contains("nonce-"), policies);
    }

    private static void requireShared(HttpHeaders headers) {
        List<String> policies = headers.allValues(POLICY);
        for (String rule : List.of(
                "object-src 'none'",
                "base-uri 'none'",
                "frame-ancestors 'none'",
                "form-action 'self'",
                "connect-src 'self'",
                "style-src 'self'")) {
            assertTrue(policies.stream().anyMatch(each -> each.contains(rule)), rule + " in " + policies);
        }
        assertFalse(policies.toString().contains("unsafe-"), policies.toString());
        Map.of(
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "same-origin",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin")
                .forEach((name, value) -> assertEquals(List.of(value), headers.allValues(name), name));
        assertTrue(headers.firstValue("Permissions-Policy").orElse("").contains("camera=()"));
        assertTrue(headers.firstValue("X-Powered-By").isEmpty(), "What it runs on is nobody's business");
    }
}
