package org.sekisho.domain.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.sekisho.domain.report.Findings.CHANGED;
import static org.sekisho.domain.report.Findings.CONTENT;
import static org.sekisho.domain.report.Findings.VAULT;
import static org.sekisho.domain.report.Findings.received;
import static org.sekisho.domain.report.Findings.refuses;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.RiskTier;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.proof.hash.Sha256;

/** What a revision says, and what its hash names. */
class ReportContentTest {

    private static final ReportContent FULL = new ReportContent(
            "題名",
            "text",
            "impact",
            "remedy",
            List.of("CVE-2026-0001"),
            List.of("CWE-787"),
            List.of("CVSS:4.0/AV:N"),
            List.of(new Component("gateway", "1.2", "pkg:maven/a/b@1.2")),
            List.of(new Location("src/Main.java", 12, "parse")),
            List.of(new Exhibit("trace", "at line 12")),
            List.of("https://example.com/a"));

    @Test
    void itComesBackFromItsCanonicalFormAsItWas() {
        assertEquals(FULL, ReportContentJson.read(FULL.canonical()));
        assertEquals(FULL.canonical(), ReportContentJson.read(FULL.canonical()).canonical());
    }

    @Test
    void theCanonicalFormHasSortedMembersAndNoSpaces() {
        assertEquals(
                "{\"components\":[],\"evidence\":[],\"identifiers\":[],\"impact\":\"\",\"locations\":[],\"references\":[],"
                        + "\"remedy\":\"\",\"schema\":1,\"text\":\"b\",\"title\":\"a\",\"vectors\":[],\"weaknesses\":[]}",
                ReportContent.of("a", "b").canonical());
    }

    @Test
    void aRevisionIsNamedByTheHashOfItsCanonicalForm() {
        Revision revision = received(RiskTier.HIGH).current();
        assertEquals(Sha256.hex(CONTENT.canonical().getBytes(StandardCharsets.UTF_8)), revision.sha256());
        assertNotEquals(Revision.hash(CHANGED), revision.sha256());
    }

    @Test
    void whatAVoteCoveredIsShownByteByByte() {
        Revision revision = received(RiskTier.HIGH).current();
        RevisionContent sealed = new RevisionContent(revision, CONTENT, VAULT);
        assertEquals(CONTENT, sealed.open(revision, VAULT));
        assertEquals(revision.sha256(), Sha256.hex(sealed.canonical(VAULT).getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void aContentOpensForNoOtherRevision() {
        Revision revision = received(RiskTier.HIGH).current();
        RevisionContent sealed = new RevisionContent(revision, CONTENT, VAULT);
        assertThrows(SealBroken.class, () -> sealed.open(received(RiskTier.HIGH).current(), VAULT));
        assertThrows(IllegalArgumentException.class, () -> new RevisionContent(revision, CHANGED, VAULT));
    }

    @Test
    void malformedContentsAreRefused() {
        refuses(ReportError.CONTENT_MALFORMED, () -> ReportContentJson.read("[]"));
        refuses(ReportError.CONTENT_MALFORMED, () -> ReportContentJson.read("{\"schema\":1,\"title\":\"a\"}"));
        refuses(ReportError.CONTENT_MALFORMED, () -> ReportContentJson.read("{\"schema\":2}"));
        refuses(ReportError.CONTENT_MALFORMED, () -> new Location("a", -1, ""));
        refuses(SharedError.REQUIRED, () -> ReportContent.of(" ", "b"));
        refuses(SharedError.TOO_LONG, () -> ReportContent.of("a".repeat(201), "b"));
    }

    @Test
    void aContentHasALimitAsAWhole() {
        List<Exhibit> many = Collections.nCopies(41, new Exhibit("h", "x".repeat(100_000)));
        ReportContent huge = new ReportContent(
                "a", "", "", "", List.of(), List.of(), List.of(), List.of(), List.of(), many, List.of());
        refuses(ReportError.CONTENT_MALFORMED, huge::canonical);
    }
}
