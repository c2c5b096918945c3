package org.sekisho.domain.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.decision.Assessment;
import org.sekisho.domain.report.decision.ContentFacts;
import org.sekisho.domain.report.decision.ReportFacts;
import org.sekisho.domain.report.intake.Finding.Level;
import org.sekisho.domain.report.severity.CvssScore;
import org.sekisho.domain.report.severity.CvssSeverity;
import org.sekisho.domain.report.severity.Exploitation;
import org.sekisho.domain.report.severity.ExploitationLists;

class FindingReportTest {

    private static final String CRITICAL = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    /** Nothing here has a CVE number. */
    private static final ExploitationLists UNASKED = (ExploitationLists) Proxy.newProxyInstance(
            ExploitationLists.class.getClassLoader(),
            new Class<?>[] {ExploitationLists.class},
            (proxy, method, given) -> {
                throw new AssertionError(method.getName());
            });

    @Test
    void whatTheSourceSaysIsTheFirstRevision() {
        ReportContent content = FindingReport.content(build(draft().text("Text")
                .identifier("CVE-2026-1234")
                .weakness("CWE-79")
                .component("", "1", "pkg:npm/x")
                .location("", 0, "main()")
                .vector(CRITICAL, Optional.empty())
                .scoreOnly("security-severity", new CvssScore(80))
                .reference("https://a.example", "Read")));
        assertEquals("Title", content.title());
        assertEquals("Text", content.text());
        assertEquals(List.of("CVE-2026-1234"), content.identifiers());
        assertEquals(List.of("CWE-79"), content.weaknesses());
        assertEquals(List.of(CRITICAL), content.vectors(), "a score alone is a claim, and no vector");
        assertEquals("pkg:npm/x", content.components().get(0).name());
        assertEquals("main()", content.locations().get(0).address());
        assertEquals(List.of("https://a.example"), content.references());
    }

    @Test
    void whatShowsItAndWhatIsProposedAreOfTheFirstRevision() {
        Finding finding = build(draft().remedy("Update")
                .remedy("Update")
                .exhibit("flow", "1. a")
                .code("a:3", "x"));
        ReportContent content = FindingReport.content(finding);
        assertEquals("Update", content.remedy());
        assertEquals(
                List.of(new ReportContent.Exhibit("flow", "1. a"), new ReportContent.Exhibit("a:3", "```\nx\n```")),
                content.evidence());
        assertEquals("x", content.evidence().get(1).shown(), "where it stands everybody knows that it is code");
        assertEquals("1. a", content.evidence().get(0).shown());
        ReportContent.Exhibit two = new ReportContent.Exhibit("two", "```\nx\n```\nand\n```\ny\n```");
        assertEquals(two.text(), two.shown());
    }

    @Test
    void whatShowsItIsKeptWithinALimitAndTheRestIsCounted() {
        FindingDraft draft = draft();
        for (int i = 0; i < 3; i++) {
            draft.exhibit("part", "x".repeat(Finding.TEXT_LIMIT - 1 - i));
        }
        draft.code("fences", "`".repeat(300));
        Finding finding = build(draft);
        assertEquals(2, finding.exhibits().size());
        assertEquals(2, finding.leftOut());
        FindingReport.content(finding).canonical();
    }

    @Test
    void everythingThatADraftKeepsFitsAReport() {
        FindingDraft draft = draft().text("a\u0000b\u202Ec \ud800 \n<script>alert(1)</script>");
        for (int i = 0; i < 2 * Finding.LIST_LIMIT; i++) {
            draft.identifier("N" + i + "\u0007")
                    .component("c\u2066" + i, "\u0001", " ")
                    .reference("r" + i, "");
        }
        assertEquals(
                Finding.LIST_LIMIT,
                FindingReport.content(build(draft)).components().size());
    }

    @Test
    void howGraveItIsFollowsTheScoreAndElseTheToolsWord() {
        assertEquals(
                Optional.of(CvssSeverity.CRITICAL),
                severity(draft().vector(CRITICAL, Optional.empty()).level(Level.NOTE)));
        assertEquals(
                Optional.of(CvssSeverity.MEDIUM),
                severity(draft().vector("CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N", Optional.empty())));
        assertEquals(
                Optional.of(CvssSeverity.NONE),
                severity(draft().vector("CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N", Optional.empty())));
        assertEquals(Optional.of(CvssSeverity.HIGH), severity(draft().level(Level.ERROR)));
        assertEquals(Optional.of(CvssSeverity.LOW), severity(draft().level(Level.NOTE)));
        assertEquals(Optional.empty(), severity(draft()), "what nobody says is left to the table");
    }

    @Test
    void aLaterQuestionTakesItForAsGraveAsTheFirst() {
        String low = "CVSS:4.0/AV:P/AC:H/AT:P/PR:H/UI:A/VC:L/VI:N/VA:N/SC:N/SI:N/SA:N";
        for (FindingDraft each : List.of(
                draft(),
                draft().level(Level.NOTE),
                draft().level(Level.WARNING),
                draft().level(Level.ERROR).vector(low, Optional.empty()),
                draft().vector(low, Optional.empty()).vector(CRITICAL, Optional.empty()),
                draft().level(Level.NOTE).vector("CVSS:4.0/unreadable", Optional.empty()))) {
            Finding finding = build(each);
            assertEquals(
                    ReportFacts.onArrival(FindingReport.severity(finding), Exploitation.NOT_APPLICABLE),
                    ContentFacts.of(
                            FindingReport.content(finding), FindingReport.stated(finding), UNASKED, Assessment.NONE));
        }
    }

    private static FindingDraft draft() {
        return new FindingDraft(FindingDraft.tool("T", "1", "r")).title("Title");
    }

    private static Optional<CvssSeverity> severity(FindingDraft draft) {
        return FindingReport.severity(build(draft));
    }

    private static Finding build(FindingDraft draft) {
        return draft.build(Fingerprint.of(SourceFormat.OSV).with("id", "x").build())
                .orElseThrow();
    }
}
