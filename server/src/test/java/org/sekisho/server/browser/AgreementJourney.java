package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.server.DemoPortal;

/** How people bring one agreement from its first draft into force, page by page, as each of them would. */
final class AgreementJourney {

    private static final Pattern ID = Pattern.compile("[?&]id=([0-9a-f-]{36})");

    /** What of a field's name stands behind its list: {@code [1].side} of {@code tiers[0].stages[1].side}. */
    private static final Pattern LAST_ENTRY = Pattern.compile("\\[[0-9]+][^\\[]*$");

    private final String institution;
    private final String provider;
    private final String title;

    private String agreement = "";

    /**
     * @param institution the name of the bank in the list of institutions
     * @param provider likewise of the model's provider
     */
    AgreementJourney(String institution, String provider, String title) {
        this.institution = institution;
        this.provider = provider;
        this.title = title;
    }

    String agreement() {
        return agreement;
    }

    /** The coordinator begins the agreement and writes all fourteen clauses. */
    void draft(Visitor coordinator, LocalDate first, LocalDate last) {
        Page page = coordinator.page();
        coordinator.open("/agreement-draft");
        page.fill("#titleEn", title);
        page.fill("#titleJa", title + "（利用協定）");
        page.selectOption("#institution", new com.microsoft.playwright.options.SelectOption().setLabel(institution));
        page.selectOption("#provider", new com.microsoft.playwright.options.SelectOption().setLabel(provider));
        page.click("#do");
        page.waitForURL(url -> ID.matcher(url).find());
        Matcher id = ID.matcher(page.url());
        if (!id.find()) {
            throw new AssertionError(page.url());
        }
        agreement = id.group(1);
        ClauseSheet.all(first, last).forEach((kind, fields) -> write(coordinator, kind, fields));
        open(coordinator, "clauses");
        assertThat(page.locator(".tasks .chip-good")).hasCount(14);
    }

    private void write(Visitor coordinator, String kind, Map<String, Object> fields) {
        Page page = coordinator.page();
        coordinator.open("/clause?agreement=" + agreement + "&version=1&kind=" + kind);
        fields.forEach((name, value) -> fill(page, name, value));
        page.click("#save");
        page.waitForURL(url -> url.contains("tab=clauses"));
    }

    private static void fill(Page page, String name, Object value) {
        Locator field = page.locator("[name=\"" + name + "\"]");
        if (field.count() == 0) {
            String list = LAST_ENTRY.matcher(name).replaceFirst("");
            page.click("button[name=clause-add][value=\"" + list + "\"]");
            field.first().waitFor();
        }
        if (value instanceof List<?> ticked) {
            ticked.forEach(each -> page.locator("[name=\"" + name + "\"][value=\"" + each + "\"]")
                    .check());
        } else if (value instanceof Boolean) {
            field.check();
        } else if ("select".equals(field.evaluate("each => each.localName"))) {
            field.selectOption((String) value);
        } else {
            field.fill((String) value);
        }
    }

    /** A round of negotiation: the bank proposes another limit of use, says why, and the coordinator accepts. */
    void negotiate(Visitor coordinator, Visitor signatory, LocalDate ends) {
        Page page = coordinator.page();
        act(coordinator, "open-round", () -> page.fill("#day", ends.toString()));

        Page banks = signatory.page();
        signatory.open("/clause?agreement=" + agreement + "&version=1&kind=USAGE");
        banks.fill("[name=requestsPerDay]", "1500");
        banks.fill("#reason", "1,500");
        banks.click("#propose");
        assertThat(banks.locator(".remark.is-proposal")).hasCount(1);
        banks.fill("#comment", "1,500 / 2,000");
        banks.click("#say");
        assertThat(banks.locator(".remark:not(.is-proposal)")).hasCount(1);

        coordinator.open("/clause?agreement=" + agreement + "&version=1&kind=USAGE");
        page.click(".remark.is-proposal a");
        page.fill("#reason", "1,500");
        page.click("#accept");
        assertThat(page.locator(".remark.is-proposal .chip-good")).hasCount(1);
        act(coordinator, "close-round", () -> {});
        act(coordinator, "next-round", () -> {});
        open(coordinator, "versions");
        coordinator.open("/comparison?agreement=" + agreement + "&old=1&new=2");
        assertThat(page.locator("ins").first()).isVisible();
        // What was changed is shown to all once more before it is fixed.
        act(coordinator, "open-round", () -> page.fill("#day", ends.toString()));
        act(coordinator, "close-round", () -> {});
        act(coordinator, "open-signing", () -> {});
    }

    /** One party's internal approval, level by level, and its signature with credentials entered again. */
    void approveAndSign(Visitor signatory, LocalDate today) {
        Page page = signatory.page();
        signatory.open("/approval?agreement=" + agreement);
        page.fill("#levels", "Legal\nCISO");
        page.click("#do-plan");
        for (String level : List.of("Legal", "CISO")) {
            page.fill("#name", level);
            page.fill("#day", today.toString());
            page.fill("#decision", "2026-" + level);
            page.click("#do-approve");
            page.waitForLoadState();
        }
        signatory.open("/sign?agreement=" + agreement);
        page.fill("#password", DemoPortal.PASSWORD);
        page.check("#read");
        page.click("#sign [id$=do]");
        page.waitForURL(url -> url.contains("/agreement?id="));
    }

    /** The agreement's number, as lists and pages show it. */
    String number(Visitor visitor) {
        open(visitor, "overview");
        return visitor.page()
                .locator(".breadcrumbs [aria-current=page]")
                .innerText()
                .strip();
    }

    /** Opens one of the agreement's pages. */
    void open(Visitor visitor, String tab) {
        visitor.open("/agreement?id=" + agreement + "&tab=" + tab);
    }

    /** Does an act of the agreement on the page that asks for it. */
    void act(Visitor visitor, String act, Runnable fill) {
        Page page = visitor.page();
        visitor.open("/agreement-act?id=" + agreement + "&act=" + act);
        fill.run();
        page.click("#act [id$=do]");
        page.waitForURL(url -> url.contains("/agreement?id="));
    }
}
