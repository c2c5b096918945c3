package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.container.Program.Told;
import org.sekisho.container.regime.Bank;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Kept;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.container.regime.Sessions;
import org.sekisho.domain.party.Role;
import org.sekisho.domain.party.signin.Lockout;
import org.sekisho.domain.party.signin.SignInThrottle;

/** Signing in by REST and on the page, with the passwords and codes that people type, and signing out again. */
final class SignInChecks {

    private static final String WRONG = "Not-the-password-2026";
    private static final String NOBODYS = "nobody@aoba.example";

    private final Bank bank = Regime.get().own();
    private final Player analyst = bank.person(Role.ANALYST);
    private final Player signatory = bank.person(Role.SIGNATORY);
    private final Program nobody = new Program("");
    private final Documented documented = new Documented();

    /** After so many wrong passwords not even the right one opens, for a while, and an account that doesn't exist looks the same. */
    void wrongPasswordsLockAndNobodyLearnsWhoExists() {
        Set<String> answers = new TreeSet<>();
        for (String username : List.of(analyst.email(), NOBODYS)) {
            for (int attempt = 0; attempt <= Lockout.FREE_FAILURES; attempt++) {
                answers.add(told(refused(username, WRONG, 401)));
            }
            answers.add(told(refused(username, analyst.password(), 401)));
        }
        assertEquals(1, answers.size(), "Locked, wrong and unknown are answered alike: " + answers);
        assertTrue(answers.iterator().next().contains("account.sign-in-failed"), answers.toString());
        assertEquals(
                List.of(Lockout.FREE_FAILURES + 1 + " t"),
                Database.texts(
                        "select failed_attempts || ' ' || case when locked_until > clock_timestamp() then 't' else 'f' end "
                                + "from credential where person_id = ?",
                        analyst.id()),
                "While it waits no attempt is looked at");
        Database.run(
                "update credential set locked_until = clock_timestamp() - interval '1 second' where person_id = ?",
                analyst.id());
        Told opened = documented.answered("post", "/session", 201, attempt(analyst.email(), analyst.password(), ""));
        assertEquals(
                200,
                new Program(opened.json().getString("token")).get("/agreements").status());
    }

    /** So many failures of an account, or from an address, in a quarter of an hour, and none is looked at until it is over. */
    void tooManyFailuresAreNotLookedAt() {
        for (String username : List.of(analyst.email(), NOBODYS)) {
            failures("192.0.2.7", username, SignInThrottle.MOST_BY_ACCOUNT - 1);
            refused(username, WRONG, 401);
            Told limited = refused(username, analyst.password(), 429);
            assertEquals("account.too-many-attempts", limited.code());
            int seconds = Integer.parseInt(limited.header("Retry-After"));
            assertTrue(seconds >= 1 && seconds <= SignInThrottle.WINDOW.toSeconds(), limited.toString());
        }
        pass();
        documented.answered("post", "/session", 201, attempt(analyst.email(), analyst.password(), ""));
        failures("127.0.0.1", "whoever@else.example", SignInThrottle.MOST_BY_ADDRESS);
        refused(analyst.email(), analyst.password(), 429);
        Browser browser = new Browser();
        HttpResponse<String> page = signIn(browser, analyst.password());
        assertEquals(200, page.statusCode());
        assertEquals("", browser.cookie(Browser.SESSION));
    }

    /** Whoever has enrolled a second factor gives its code as well, and each code once. */
    void theCodeIsAskedForAndCountsOnce() {
        Sessions.forgetCodes();
        assertEquals(
                "account.second-factor-needed",
                documented
                        .answered("post", "/session", 401, attempt(signatory.email(), signatory.password(), ""))
                        .code());
        Browser browser = new Browser();
        HttpResponse<String> asks = browser.fill(
                "/sign-in",
                "sign-in",
                Map.of("username", signatory.email(), "password", signatory.password(), "submit", ""));
        assertEquals(200, asks.statusCode());
        assertEquals("", browser.cookie(Browser.SESSION));
        Map<String, String> form = Browser.form(asks, "sign-in");
        String code = Sessions.code(signatory.totp().orElseThrow());
        form.putAll(Map.of("code", code, "submit", ""));
        assertEquals(302, browser.post("/sign-in", form).statusCode());
        assertEquals(200, browser.get("/home").statusCode());
        Told again = attempt(signatory.email(), signatory.password(), code);
        assertEquals("account.code-wrong", again.code(), again.toString());
    }

    /** The cookie is another one after each signing in, carries its flags, and opens nothing after signing out. */
    void theCookieChangesAtEachSigningInAndEnds() {
        Browser browser = new Browser();
        HttpResponse<String> wrong = signIn(browser, WRONG);
        assertEquals(200, wrong.statusCode());
        assertEquals("", browser.cookie(Browser.SESSION));
        String containers = browser.cookie(Browser.CONTAINERS);
        assertFalse(containers.isEmpty(), "The page keeps its state");
        HttpResponse<String> signedIn = signIn(browser, analyst.password());
        assertEquals(302, signedIn.statusCode());
        assertEquals("/home", path(signedIn));
        String set = setCookie(signedIn);
        for (String flag : List.of("HttpOnly", "SameSite=Lax", "Path=/")) {
            assertTrue(set.contains(flag), set);
        }
        assertFalse(set.contains("Domain"), set);
        assertEquals(200, browser.get("/home").statusCode());
        assertNotEquals(containers, browser.cookie(Browser.CONTAINERS), "What was kept before is gone");
        String first = browser.cookie(Browser.SESSION);
        assertEquals(302, signIn(browser, analyst.password()).statusCode());
        String second = browser.cookie(Browser.SESSION);
        assertNotEquals(first, second);
        assertFalse(opens(first), "The session before is replaced");
        HttpResponse<String> signedOut = browser.fill("/home", "leave", Map.of("leave:out", ""));
        assertEquals("/sign-in", path(signedOut));
        assertTrue(setCookie(signedOut).contains("Max-Age=0"), setCookie(signedOut));
        assertEquals("", browser.cookie(Browser.SESSION));
        assertFalse(opens(second), "A cookie that somebody kept opens nothing");
        assertFalse(opens(""));
    }

    /** A program's token ends by signing out; signing out everywhere ends every other one too. */
    void signingOutEndsTheTokenAndEverywhereEveryOne() {
        Program program = program();
        documented.answered("delete", "/session", 204, program.delete("/session"));
        assertEquals("shared.not-signed-in", program.get("/agreements").code());
        Program another = program();
        Browser elsewhere = new Browser(analyst);
        Browser browser = new Browser(analyst);
        HttpResponse<String> everywhere = browser.fill("/account", "sessions", Map.of("everywhere", ""));
        assertEquals(302, everywhere.statusCode());
        assertEquals(401, another.get("/agreements").status());
        assertEquals("/sign-in", path(elsewhere.get("/home")).replaceFirst("\\?.*", ""));
        assertEquals("", browser.cookie(Browser.SESSION));
        Kept.restore();
    }

    private Program program() {
        return new Program(Sessions.open(analyst.id(), analyst.organisation(), true));
    }

    private HttpResponse<String> signIn(Browser browser, String password) {
        return browser.fill(
                "/sign-in", "sign-in", Map.of("username", analyst.email(), "password", password, "submit", ""));
    }

    private Told refused(String username, String password, int status) {
        return documented.answered("post", "/session", status, attempt(username, password, ""));
    }

    private Told attempt(String username, String password, String code) {
        return nobody.post(
                "/session",
                "{\"username\":\"%s\",\"password\":\"%s\",\"otp\":\"%s\"}".formatted(username, password, code));
    }

    private static String told(Told refused) {
        return refused + " " + refused.header("WWW-Authenticate") + refused.header("Retry-After");
    }

    /** Failures that came before, by the name that was typed. */
    private static void failures(String address, String username, int count) {
        Database.run(
                "insert into sign_in_failure (id, address, account_key, failed_at) "
                        + "select gen_random_uuid(), ?, ?, clock_timestamp() from generate_series(1, ?)",
                address,
                SignInThrottle.accountKey(username),
                count);
    }

    /** The quarter of an hour passes, and what made the account wait. */
    private static void pass() {
        Database.run("update sign_in_failure set failed_at = failed_at - interval '16 minutes'");
        Database.run("update credential set locked_until = null, failed_attempts = 0, last_failed_at = null");
    }

    private static boolean opens(String cookie) {
        HttpResponse<String> answer = new Browser().get("/home", "Cookie", Browser.SESSION + "=" + cookie);
        return answer.statusCode() == 200;
    }

    private static String path(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^https?://[^/]*", "");
    }

    private static String setCookie(HttpResponse<String> answer) {
        return answer.headers().allValues("Set-Cookie").stream()
                .filter(each -> each.startsWith(Browser.SESSION + "="))
                .findFirst()
                .orElse("");
    }
}
