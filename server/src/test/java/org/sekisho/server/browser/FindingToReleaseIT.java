package org.sekisho.server.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/**
 * What the working group was called together for, from end to end in each language: what the model found comes in, both sides review it,
 * the authority hears at once of what is critical, and a rival bank learns nothing but what was released to it.
 */
@BrowserTests
class FindingToReleaseIT {

    private static final String SECRET = "eyJhbGciOiJub25lIn0.eyJzdWIiOiJqb3VybmV5In0.c2VjcmV0";
    private static final int NOT_FOUND = 404;

    private final Inspection inspection = new Inspection();

    @ParameterizedTest
    @EnumSource
    void aFindingIsReviewedByBothSidesAndReleased(
            Language language, DemoPortal portal, Visitors visitors, CsafValidator validator) throws Exception {
        boolean english = language == Language.ENGLISH;
        String weak = english ? "Signature check is skipped in replies" : "応答電文の署名検証が省略される";
        String grave = english ? "Queue accepts orders from anybody" : "待ち行列が任意の送信元の指図を受け付ける";
        RestCaller bank = RestCaller.signIn(portal, "analyst@aoba.example");
        RestCaller rivals = RestCaller.signIn(portal, "security@hinode.example");
        Visitor analyst = visitors.signedIn("analyst@aoba.example", language);
        Visitor rival = visitors.signedIn("security@hinode.example", language);

        ReportJourney.importFile(
                analyst, "model-" + language.code() + ".sarif", sarif(weak, grave), "4", "2", "1", "1");
        assertThat(analyst.page().locator("tbody code")).hasText("/runs/0/results/3/message");
        inspection.look(analyst);

        ReportJourney report = ReportJourney.find(analyst, weak);
        Visitor first = visitors.signedIn("security@aoba.example", language);
        Visitor second = visitors.signedIn("security2@aoba.example", language);
        review(report, bank, analyst, first, second, visitors.signedIn("reviewer@cyber.example", language));
        report.step(analyst);
        assertEquals("IN_REMEDIATION", state(bank, report));
        inspection.look(analyst);

        ReportJourney critical = ReportJourney.find(analyst, grave);
        critical.rate(analyst);
        String escalation = critical.escalation(analyst);
        acknowledge(
                escalation,
                visitors.signedIn("duty@cyber.example", language),
                visitors.signedIn("duty@aoba.example", language));

        for (String path : List.of(report.path(), critical.path(), escalation)) {
            assertUnknown(rival, rivals, path);
        }
        assertSeesNothingOf(rival, weak);
        ReleaseJourney release = ReleaseJourney.ask(
                visitors.signedIn("ciso@aoba.example", language),
                report.id(),
                english ? "Hinode Bank" : "ひので銀行",
                "CSAF");
        for (Visitor approver : List.of(first, second, visitors.signedIn("coordinator@sekisho.example", language))) {
            assertUnknown(rival, rivals, release.path());
            inspection.look(approver, release.path());
            release.approve(approver);
        }
        String read = release.read(rival);
        inspection.look(rival);
        assertTrue(read.contains(weak), read);
        assertFalse(read.contains(SECRET), read);
        assertEquals(List.of(), validator.faults(read));
        release.confirmReceipt(rival);
        assertUnknown(rival, rivals, report.path());
        assertSeesNothingOf(rival, weak);
        inspection.assertNothingWrong();
    }

    /** Both sides in turn, with a change in between that takes the ground from under the first approval. */
    private void review(
            ReportJourney report, RestCaller bank, Visitor analyst, Visitor first, Visitor second, Visitor authority)
            throws Exception {
        report.step(analyst);
        report.step(analyst);
        assertEquals("IN_REVIEW", state(bank, report));
        assertEquals(NOT_FOUND, authority.open(report.path()).status());
        authority.complaints();

        report.assertAsked(first, () -> first.page().fill("#password", DemoPortal.PASSWORD));
        inspection.look(first);
        report.assertAsked(first, () -> first.page().fill("#reason", "Read"));
        report.agree(first, "Traced in revision 1");
        assertThat(ReportJourney.votes(report.open(second))).hasCount(0);

        report.revise(analyst, "The check is skipped in every reply. Authorization: Bearer " + SECRET);
        assertEquals("TRIAGE", state(bank, report));
        report.step(analyst);
        Locator former = report.open(first).locator("#earlier");
        former.locator("summary").click();
        assertThat(former).containsText("Traced in revision 1");
        assertThat(ReportJourney.votes(first.page())).hasCount(0);
        inspection.look(first);

        report.agree(first, "Traced in revision 2");
        SecondFactor factor = SecondFactor.setUp(second);
        try {
            report.assertAsked(second, () -> {
                second.page().fill("#reason", "Read");
                second.page().fill("#password", DemoPortal.PASSWORD);
            });
            report.agree(second, "Tested in the lab", factor.code());
        } finally {
            factor.remove(second);
        }
        second.signIn("security2@aoba.example", DemoPortal.PASSWORD);

        authority.open("/review-queue");
        assertThat(authority.page().locator("tbody a[href='" + report.path() + "']"))
                .isVisible();
        inspection.look(authority, report.path());
        report.agree(authority, "Agreed with the unit");
        assertEquals("APPROVED", state(bank, report));
    }

    /** The authority's officer takes it on; the bank sees what was sent, by whom it was read and when. */
    private void acknowledge(String escalation, Visitor officer, Visitor duty) {
        duty.open(escalation);
        Locator readings = duty.page().locator("[aria-labelledby=documents] td p");
        assertThat(readings).hasCount(0);
        officer.open("/escalations");
        inspection.look(officer);
        officer.page().click("tbody a[href='" + escalation + "']");
        officer.page().locator("#acknowledge").waitFor();
        inspection.look(officer);
        ReportJourney.press(officer.page(), "#acknowledge");
        duty.open(escalation);
        assertThat(readings.first()).containsText("JST");
        inspection.look(duty);
    }

    /** There is no such thing for the rival, on pages and for programs. */
    private static void assertUnknown(Visitor rival, RestCaller rivals, String path) throws Exception {
        assertEquals(NOT_FOUND, rival.open(path).status(), path);
        rival.complaints();
        String address = path.substring(1).replaceFirst("\\?id=", "s/");
        assertEquals(
                NOT_FOUND,
                rivals.call("GET", address, JsonObject.builder().build(), Map.of())
                        .status(),
                address);
    }

    private static void assertSeesNothingOf(Visitor rival, String title) {
        rival.open("/reports");
        assertThat(rival.page().locator("h1")).isVisible();
        assertThat(ReportJourney.titled(rival.page(), title)).hasCount(0);
    }

    private static String state(RestCaller bank, ReportJourney report) throws Exception {
        return bank.get("reports/" + report.id()).object("report").string("state");
    }

    /** Four results: two findings, the first once more, and one that is none. */
    private static String sarif(String weak, String grave) {
        return """
            {"version": "2.1.0", "runs": [{"tool": {"driver": {"name": "guardian", "rules": [
              {"id": "A1", "shortDescription": {"text": "%1$s"}}, {"id": "A2", "shortDescription": {"text": "%2$s"}}]}},
            "results": [
              {"ruleId": "A1", "level": "error", "message": {"text": "%1$s. Authorization: Bearer %3$s"}, "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": "src/Reply.java"}, "region": {"startLine": 12}}}]},
              {"ruleId": "A2", "level": "error", "message": {"text": "%2$s."}, "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": "src/Queue.java"}, "region": {"startLine": 3}}}]},
              {"ruleId": "A1", "level": "error", "message": {"text": "%1$s. Authorization: Bearer %3$s"}, "locations": [
                {"physicalLocation": {"artifactLocation": {"uri": "src/Reply.java"}, "region": {"startLine": 12}}}]},
              {"ruleId": "A3", "message": "no object"}]}]}
            """
                .formatted(weak, grave, SECRET);
    }
}
