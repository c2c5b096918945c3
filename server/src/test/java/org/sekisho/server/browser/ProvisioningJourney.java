package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.IsVisibleOptions;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;

/** How an organisation's administrator brings somebody in by CSV, a second person approves the role, and the link is followed. */
final class ProvisioningJourney {

    private static final double CARRIED_OUT = 30_000;

    private final String organisation;
    private final String role;
    private final String name;
    private final String email;

    /** @param role in the words of the table */
    ProvisioningJourney(String organisation, String role, String local) {
        this.organisation = organisation;
        this.role = role;
        this.name = "Newcomer " + local;
        this.email = local + "@" + organisation + ".example";
    }

    String name() {
        return name;
    }

    String email() {
        return email;
    }

    /** Checks a table of one line, and carries it out. */
    void importPerson(Visitor administrator) {
        Page page = administrator.page();
        String table = "email,name_en,name_ja,organisation,roles\n" + email + "," + name + "," + name + ","
                + organisation + "," + role + "\n";
        administrator.open("/people-import");
        page.setInputFiles("#file", new FilePayload("people.csv", "text/csv", table.getBytes(StandardCharsets.UTF_8)));
        page.click("#check");
        assertThat(page.locator("#outcome .notice-good")).isVisible();
        page.click("#begin [id$=start]");
        assertThat(page.locator("#outcome .notice-good[data-announce]"))
                .isVisible(new IsVisibleOptions().setTimeout(CARRIED_OUT));
    }

    /** A second person, of the same organisation, approves the role that the table asked for. */
    void approveRole(Visitor approver) {
        Page page = approver.page();
        approver.open("/roles?q=" + email);
        page.click("tbody th a");
        page.click("#approve");
        assertThat(page.locator("h1 .chip-good")).isVisible();
    }

    /** The coordinator agrees, who doesn't see the person any longer afterwards, and goes on with what else waits. */
    void approveRoleFromOutside(Visitor coordinator) {
        Page page = coordinator.page();
        coordinator.open("/roles?q=" + email);
        page.click("tbody th a");
        page.click("#approve");
        assertThat(page.locator(".notice-good").first()).isVisible();
        page.waitForURL(url -> url.contains("/roles?state=REQUESTED"));
    }

    /** Without a mail server the administrator of the organisation sees the link, and hands it over. */
    String link(Visitor administrator) {
        Page page = administrator.page();
        administrator.open("/people?q=" + email);
        page.click("tbody th a");
        page.click("a[href*='act=invite']");
        page.click("#ask [id$=do]");
        return page.locator(".notice .hash[data-copy]").getAttribute("data-copy");
    }

    /** The new person follows the link, chooses a password and signs in. */
    Visitor arrive(Visitor stranger, String link, String password) {
        Page page = stranger.page();
        stranger.open(link.substring(link.indexOf("/one-time-link")));
        page.fill("#password", password);
        page.fill("#repeat", password);
        page.click("#submit");
        page.waitForURL(url -> !url.contains("/one-time-link"));
        return stranger.signIn(email, password);
    }
}
