package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.time.LocalDate;

/** What makes an agreement usable for one person, and what the portal answers when they ask whether they may. */
final class AccessJourney {

    private final String agreement;
    private final String person;
    private final String name;

    /**
     * @param person the e-mail address
     * @param name as lists show it
     */
    AccessJourney(String agreement, String person, String name) {
        this.agreement = agreement;
        this.person = person;
        this.name = name;
    }

    /** Asked for by the security team, approved by a second person there, checked by the coordinator. */
    void grant(Visitor requester, Visitor approver, Visitor coordinator, LocalDate first, LocalDate last) {
        grant(requester, approver, coordinator, person, "ANALYST", first, last);
    }

    /** @param email of whom it is for */
    void grant(
            Visitor requester,
            Visitor approver,
            Visitor coordinator,
            String email,
            String role,
            LocalDate first,
            LocalDate last) {
        Page page = requester.page();
        requester.open("/grant-request?agreement=" + agreement);
        page.fill("#person", email);
        page.selectOption("#role", role);
        page.fill("#firstDay", first.toString());
        page.fill("#lastDay", last.toString());
        page.fill("#reason", "Trial team");
        page.click("#grant [id$=do]");
        page.waitForURL(url -> url.contains("tab=people"));
        press(approver, "people", "approve");
        press(coordinator, "people", "check");
    }

    /** The environment of the clause, attested by the audit firm and approved by the coordinator. */
    void attest(Visitor proposer, String firm, Visitor approver, LocalDate first, LocalDate last) {
        Page page = proposer.page();
        proposer.open("/attestation?agreement=" + agreement + "&environment=" + ClauseSheet.ENVIRONMENT);
        page.selectOption("#attestedBy", new SelectOption().setLabel(firm));
        page.fill("#documentReference", "ATT-1");
        page.fill("#firstDay", first.toString());
        page.fill("#validUntil", last.toString());
        page.click("#attestation [id$=do]");
        page.waitForURL(url -> url.contains("tab=environments"));
        press(approver, "environments", "approve");
    }

    void train(Visitor recorder, LocalDate completed) {
        Page page = recorder.page();
        recorder.open("/training-record?agreement=" + agreement);
        Locator holder = page.locator("#holder option", new Page.LocatorOptions().setHasText(name));
        page.selectOption("#holder", holder.getAttribute("value"));
        page.selectOption("#training", ClauseSheet.TRAINING);
        page.fill("#completedOn", completed.toString());
        page.fill("#evidence", "TR-" + completed);
        page.click("#record [id$=do]");
        page.waitForURL(url -> !url.contains("/training-record"));
    }

    /** Asks, on the agreement's page, whether the person may do something; the answer is left on the page. */
    Locator ask(Visitor visitor, String action) {
        Page page = visitor.page();
        visitor.open("/agreement?id=" + agreement);
        page.fill("#ask-person", person);
        page.selectOption("#ask-action", action);
        page.selectOption("#ask-purpose", "VULNERABILITY_DETECTION");
        page.selectOption("#ask-system", ClauseSheet.SYSTEM);
        page.selectOption("#ask-environment", ClauseSheet.ENVIRONMENT);
        page.click("#ask-do");
        Locator answer = page.locator("[aria-labelledby=ask] [role=status]");
        assertThat(answer).isVisible();
        return answer;
    }

    void assertPermitted(Visitor visitor, String action) {
        assertThat(ask(visitor, action).locator(".chip-good")).isVisible();
    }

    /**
     * It is refused, says why, and a link leads to what restores it.
     *
     * @param why what was found, or the telling part of it
     */
    void assertDenied(Visitor visitor, String action, String remedy, String why) {
        Locator answer = ask(visitor, action);
        assertThat(answer.locator(".chip-bad")).isVisible();
        assertThat(answer.locator("a[href*='" + remedy + "']").first()).isVisible();
        assertThat(answer).containsText(why);
    }

    /** The home page tells the person whom it concerns, without being asked. */
    void assertSaidAtHome(Visitor visitor, String why) {
        visitor.open("/home");
        Locator access = visitor.page().locator("[aria-labelledby=access]");
        assertThat(access.locator(".chip-bad").first()).isVisible();
        assertThat(access).containsText(why);
    }

    private void press(Visitor visitor, String tab, String button) {
        Page page = visitor.page();
        visitor.open("/agreement?id=" + agreement + "&tab=" + tab);
        Locator found = page.locator("[id$='" + button + "']").first();
        found.click();
        assertThat(page.locator("[role=status], .notice-good").first()).isVisible();
    }
}
