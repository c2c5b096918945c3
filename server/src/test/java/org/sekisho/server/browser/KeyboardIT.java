package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator.FilterOptions;
import com.microsoft.playwright.Page;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;

/** From sign-in to sign-out without a mouse. */
@BrowserTests
class KeyboardIT {

    private static final String NEGOTIATED = "AGR-2026-0006";

    @ParameterizedTest
    @EnumSource
    void aPersonCommentsOnAnAgreement(Language language, Visitors visitors) {
        Page page = visitors.stranger(language).page();
        Keys keys = new Keys(page);
        signIn(page, keys, language);

        page.navigate("/home");
        keys.press("Tab");
        assertTrue(keys.isIn(".skip-link"), "the first stop leads past the navigation");
        keys.press("Enter").await("#main");

        keys.to("#navigation a[href='/agreements']").enterFor("/agreements");
        page.navigate("/agreements?q=" + NEGOTIATED);
        keys.press("j");
        assertTrue(keys.isIn("tbody a"), "J goes into the list");
        keys.enterFor("/agreement?id=");
        keys.to(".tabs a[href*='tab=clauses']").enterFor("tab=clauses");
        keys.to("main a[href*='kind=USAGE']").enterFor("kind=USAGE");

        String comment = "By keyboard, " + language.code();
        keys.to("#comment").type(comment);
        keys.to("[id$=say]").press("Enter");
        assertThat(page.locator(".remark").filter(new FilterOptions().setHasText(comment)))
                .hasCount(1);

        keys.to(".bar-who").press("Enter");
        keys.to("#leave button").enterFor("/sign-in");
    }

    @ParameterizedTest
    @EnumSource
    void whatOpensClosesByEscape(Language language, Visitors visitors) {
        Page page = visitors.signedIn("signatory@aoba.example", language).page();
        Keys keys = new Keys(page);

        keys.to(".bar-who").press("Enter");
        assertThat(page.locator("#who")).isVisible();
        keys.press("Tab");
        assertTrue(keys.isIn("#who a"), "the menu follows its button");
        keys.press("Escape").await(".bar-who");
        assertThat(page.locator("#who")).isHidden();

        page.navigate("/agreements");
        keys.to("details.filter summary").press("Enter");
        assertThat(page.locator(".filter-panel").first()).isVisible();
        keys.press("Tab").press("Escape").await("details.filter summary");
        assertThat(page.locator(".filter-panel").first()).isHidden();

        page.setViewportSize(PageCheck.TELEPHONE_WIDTH, 900);
        keys.to(".bar-menu").press("Enter");
        assertThat(page.locator("#navigation")).isVisible();
        keys.press("Tab");
        assertTrue(keys.isIn("#navigation a"), "the navigation follows its button");
        keys.press("Escape").await(".bar-menu");
        assertThat(page.locator("#navigation")).isHidden();
    }

    @ParameterizedTest
    @EnumSource
    void singleKeysAreToldAndCanBeSwitchedOff(Language language, Visitors visitors) {
        Page page = visitors.signedIn("signatory@aoba.example", language).page();
        Keys keys = new Keys(page);

        keys.press("?").await("#keys :is(a, button)");
        assertThat(page.locator("#keys kbd").first()).isVisible();
        keys.press("/");
        assertTrue(keys.isIn("#keys *"), "no key acts behind a dialog");
        keys.press("Escape");
        assertThat(page.locator("#keys")).isHidden();

        page.navigate("/account");
        keys.to("[id$=switch]").press("Enter");
        page.waitForSelector("body[data-keys=off]");
        page.navigate("/agreements");
        keys.press("/").press("?").press("j");
        assertTrue(keys.isIn("body"), "no single key acts");
        assertThat(page.locator("#keys")).isHidden();

        page.navigate("/account");
        keys.to("[id$=switch]").press("Enter");
        page.waitForSelector("body[data-keys=on]");
        page.navigate("/agreements");
        keys.press("Control+/").press("Shift+J");
        assertTrue(keys.isIn("body"), "no key acts together with others");
        keys.press("/").await("#search");
        keys.type("ja?");
        assertTrue(keys.isIn("#search"), "no key acts while typing");
    }

    @ParameterizedTest
    @EnumSource
    void lettersLeadToADecisionAndEnterDecides(Language language, Visitors visitors) {
        Page page = visitors.signedIn("coordinator@sekisho.example", language).page();
        Keys keys = new Keys(page);
        keys.press("j");
        assertTrue(keys.isIn("[data-row] a"), "J goes into the queue");
        page.navigate(page.locator(".queue a[href*='tab=environments']").first().getAttribute("href"));
        keys.press("a");
        assertTrue(keys.isIn("body"), "no row is meant before J");
        keys.press("j").press("r");
        page.waitForURL(url -> url.contains("attestation-decline"));
        page.goBack();
        keys.press("j").press("a");
        assertTrue(keys.isIn("[data-row] [id$=approve]"), "A leads to the button");
        assertThat(page.locator("[data-row] [id$=approve]")).hasCount(1);
    }

    private static void signIn(Page page, Keys keys, Language language) {
        page.navigate("/sign-in");
        keys.to("#username").type("signatory@aoba.example");
        keys.to("#password").type(DemoPortal.PASSWORD).enterFor("/home");
        if (!language.code().equals(page.getAttribute("html", "lang"))) {
            keys.to("form.language button[lang=" + language.code() + "]").press("Enter");
            page.waitForSelector("html[lang=" + language.code() + "]");
        }
    }
}
