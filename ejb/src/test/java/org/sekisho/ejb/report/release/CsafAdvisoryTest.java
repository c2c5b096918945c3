package org.sekisho.ejb.report.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.FindingSink;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.ejb.report.intake.CsafReader;

/** What leaves as an advisory is valid by the published schema, which the reader of imports holds every document against. */
class CsafAdvisoryTest {

    private static final Instant MADE = Instant.parse("2026-11-27T01:00:00Z");
    private static final ReportContent FULL = new ReportContent(
            "Overflow in the settlement gateway",
            "A length isn't checked.",
            "Transfers stop.",
            "Check the length.",
            List.of("CVE-2026-12345", "GHSA-aaaa-bbbb-cccc"),
            List.of("CWE-787"),
            List.of(
                    "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N",
                    "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
            List.of(
                    new Component("gateway", "2.1", "pkg:maven/example/gateway@2.1"),
                    new Component("library", "", "not a package URL")),
            List.of(new Location("src/Gateway.java", 12, "read")),
            List.of(new Exhibit("Trace", "at read(Gateway.java:12)")),
            List.of("https://gateway.example/advisory", "an internal paper"));

    private static String advisory(ReportContent content, Tlp label, Optional<String> source) {
        Rendering rendering = new Rendering("R-7f3a", source, "Hinode Bank", label, MADE, Set.of(), content);
        return new CsafAdvisory(rendering, URI.create("https://portal.example")).text();
    }

    private static Finding read(String advisory) throws IOException {
        List<Finding> findings = new ArrayList<>();
        new CsafReader(IntakeLimits.USUAL)
                .read(() -> new ByteArrayInputStream(advisory.getBytes(StandardCharsets.UTF_8)), new FindingSink() {
                    @Override
                    public void found(long index, Finding finding) {
                        findings.add(finding);
                    }

                    @Override
                    public void rejected(Rejection rejection) {
                        throw new AssertionError(rejection);
                    }
                });
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    @Test
    void everythingThatWasFoundComesBackFromIt() throws IOException {
        Finding finding = read(advisory(FULL, Tlp.AMBER, Optional.of("Aoba Bank")));
        assertEquals(FULL.title(), finding.title());
        assertTrue(finding.text().contains(FULL.text()), finding.text());
        assertTrue(finding.identifiers().containsAll(FULL.identifiers()), finding.toString());
        assertEquals(2, finding.components().size());
        assertEquals("9.8", finding.score().orElseThrow().toString());
    }

    @Test
    void theLeastContentIsAnAdvisoryToo() throws IOException {
        Finding finding = read(advisory(ReportContent.of("Overflow", ""), Tlp.CLEAR, Optional.empty()));
        assertEquals("Overflow", finding.title());
    }

    @Test
    void itTellsForWhomItIsUnderTheLabelThatWasMeant() {
        for (Tlp label : Tlp.values()) {
            String text = advisory(FULL, label, Optional.of("Aoba Bank"));
            assertTrue(text.contains(label.label() + " Hinode Bank " + MADE), text);
        }
    }

    @Test
    void aSourceThatWithholdsItsNameIsntNamed() {
        String text = advisory(FULL, Tlp.AMBER, Optional.empty());
        assertFalse(text.contains("Aoba"), text);
        assertTrue(text.contains("\"name\":\"withheld\""), text);
    }

    @Test
    void whatItHasNoPlaceForStandsInNotes() {
        String text = advisory(FULL, Tlp.AMBER, Optional.of("Aoba Bank"));
        assertTrue(text.contains("\"purl\":\"pkg:maven/example/gateway@2.1\""), text);
        assertTrue(text.contains("\"library: not a package URL\""), text);
        assertTrue(text.contains("\"an internal paper\""), text);
    }

    @Test
    void anAddressInJapaneseLeavesEscaped() {
        String text = advisory(
                new ReportContent(
                        "Overflow",
                        "",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of("https://gateway.example/お知らせ")),
                Tlp.AMBER,
                Optional.empty());
        assertTrue(text.contains("\"https://gateway.example/%E3%81%8A%E7%9F%A5%E3%82%89%E3%81%9B\""), text);
    }
}
