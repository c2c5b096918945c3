package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;

@BrowserTests
class SignInIT {

    private static final String ACCOUNT = "observer@ministry.example";

    @ParameterizedTest
    @EnumSource
    void aPersonSignsInAndOut(Language language, Visitors visitors) {
        Visitor visitor = visitors.stranger(language);
        visitor.open("/agreements");
        assertTrue(visitor.page().url().contains("/sign-in"), "first, who is it?");
        assertEquals(language.code(), visitor.page().getAttribute("html", "lang"), "the browser's language");

        visitor.page().fill("#username", ACCOUNT);
        visitor.page().fill("#password", "not the password at all");
        visitor.page().click("#submit");
        assertThat(visitor.page().locator("[role=alert]")).isVisible();

        visitor.signIn(ACCOUNT, DemoPortal.PASSWORD);
        assertTrue(visitor.page().url().endsWith("/home"), visitor.page().url());
        assertEquals(language.code(), visitor.page().getAttribute("html", "lang"));
        visitor.assertNoComplaints();

        visitor.signOut().open("/home");
        assertTrue(visitor.page().url().contains("/sign-in"), "signed out");
    }
}
