package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.server.DemoPortal;

/** Real use begins without the demo: the first start prints a link, and whoever opens it becomes the first administrator. */
class FirstAdministratorIT {

    private static final String PERSON = "first@secretariat.example";
    private static final String PASSWORD = "harbour lantern seven quiet otters";

    /** The whole line, as the launcher prints it. */
    private static final Pattern LINK = Pattern.compile(
            "^Set up the first administrator with this link, which works once: (http://localhost:\\d+/first-administrator\\?token=\\S+)$",
            Pattern.MULTILINE);

    @ParameterizedTest
    @EnumSource
    void thePrintedLinkSetsUpTheFirstAdministratorOnce(Language language) throws Exception {
        try (DemoPortal portal = DemoPortal.startWithoutDemo("first-administrator-" + language.code());
                RunningBrowser browser = RunningBrowser.start();
                Visitors visitors = new Visitors(portal.url().toString(), browser, List.of())) {
            String link = printedLink(portal);
            Path file = portal.data().resolve("keys/first-administrator-link");
            assertEquals(link, Files.readString(file).strip(), "and stands in a file, for whoever didn't see it");
            Inspection inspection = new Inspection();

            Visitor first = visitors.stranger(language);
            first.open(link);
            assertEquals(language.code(), first.page().getAttribute("html", "lang"), "the browser's language");
            inspection.look(first);
            setUp(first.page());
            assertThat(first.page().locator("[role=status], .notice-good").first())
                    .isVisible();
            assertFalse(Files.exists(file), "the link is gone");

            // Whoever had the link too is told, and changes nothing.
            Visitor later = visitors.stranger(language);
            later.open(link);
            assertEquals(0, later.page().locator("#set-up").count(), "a link works once");
            assertThat(later.page().locator("a[href='/sign-in']")).isVisible();
            inspection.look(later);

            SecondFactor factor = signInUntilTheSecondFactorIsAsked(first);
            assertHome(first, inspection);

            first.signOut();
            Page page = first.page();
            first.open("/sign-in");
            page.fill("#username", PERSON);
            page.fill("#password", PASSWORD);
            page.click("#submit");
            page.fill("#code", factor.code());
            page.click("#submit");
            page.waitForURL(url -> url.endsWith("/home"));
            inspection.assertNothingWrong();

            portal.restart();
            assertFalse(LINK.matcher(portal.process().output()).find(), "nobody is offered the installation again");
        }
    }

    private static String printedLink(DemoPortal portal) {
        Matcher printed = LINK.matcher(portal.process().output());
        assertTrue(printed.find(), portal.process().output());
        assertTrue(printed.group(1).startsWith(portal.url() + "/"), printed.group(1));
        return printed.group(1);
    }

    private static void setUp(Page page) {
        page.fill("#nameOfOrganisationEn", "Secretariat of the working group");
        page.fill("#nameOfOrganisationJa", "作業部会事務局");
        page.fill("#email", PERSON);
        page.fill("#nameEn", "Hana Mori");
        page.fill("#nameJa", "森 花");
        page.fill("#password", PASSWORD);
        page.fill("#repeat", PASSWORD + "!");
        page.click("#submit");
        assertThat(page.locator("#repeat-error, .error-summary").first()).isVisible();
        page.fill("#password", PASSWORD);
        page.fill("#repeat", PASSWORD);
        page.click("#submit");
        page.waitForURL(url -> url.contains("/sign-in"));
    }

    /** An administrator gets nowhere without one. */
    private static SecondFactor signInUntilTheSecondFactorIsAsked(Visitor person) {
        person.signIn(PERSON, PASSWORD);
        assertTrue(person.place().startsWith("/account"), person.place());
        person.open("/home");
        assertTrue(person.place().startsWith("/account"), person.place());
        return SecondFactor.setUp(person);
    }

    private static void assertHome(Visitor person, Inspection inspection) {
        inspection.look(person, "/home");
        assertEquals("/home", person.place());
        assertThat(person.page().locator("nav a[href='/people']").first()).isAttached();
        inspection.look(person, "/people");
        assertThat(person.page().locator("tbody")).containsText(PERSON);
    }
}
