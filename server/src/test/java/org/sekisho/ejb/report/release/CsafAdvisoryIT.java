package org.sekisho.ejb.report.release;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.agreement.clause.SensitiveMatter;
import org.sekisho.domain.agreement.clause.Tlp;
import org.sekisho.domain.report.ReportContent;
import org.sekisho.domain.report.ReportContent.Component;
import org.sekisho.domain.report.ReportContent.Exhibit;
import org.sekisho.domain.report.ReportContent.Location;
import org.sekisho.domain.report.release.Rendering;
import org.sekisho.server.browser.BrowserTests;
import org.sekisho.server.browser.CsafValidator;

/** Whatever a report holds, what leaves as an advisory passes all mandatory tests of a validator that isn't ours. */
@BrowserTests
class CsafAdvisoryIT {

    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

    private static String advisory(ReportContent content, Tlp label, Optional<String> source) {
        return new CsafAdvisory(
                        new Rendering(
                                "SKS-7F3A0C11-9B2D",
                                source,
                                "日の出銀行",
                                label,
                                Instant.parse("2026-11-27T01:00:00.123456Z"),
                                Set.of(SensitiveMatter.EXPLOIT_CODE),
                                content),
                        URI.create("http://127.0.0.1:8080"))
                .text();
    }

    private static String advisory(ReportContent content) {
        return advisory(content, Tlp.AMBER, Optional.of("青葉銀行"));
    }

    private static ReportContent full(String vector) {
        return new ReportContent(
                "Overflow in the settlement gateway",
                "A length isn't checked.",
                "Transfers stop.",
                "Check the length.",
                List.of("CVE-2026-12345", "CVE-2026-12346", "GHSA-aaaa-bbbb-cccc"),
                List.of("CWE-787", "CWE-20"),
                List.of("CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N", vector),
                List.of(
                        new Component("gateway", "2.1", "pkg:maven/example/gateway@2.1"),
                        new Component("gateway", "2.1", "pkg:maven/example/gateway@2.1"),
                        new Component("library", "", "cpe:2.3:a:example:library:*:*:*:*:*:*:*:*")),
                List.of(new Location("src/Gateway.java", 12, "read")),
                List.of(new Exhibit("Trace", "at read(Gateway.java:12)")),
                List.of("https://gateway.example/advisory", "an internal paper"));
    }

    private static ReportContent japanese() {
        return new ReportContent(
                "決済ゲートウェイにおける領域外書込み",
                "長さの検査がない。\n\n外字：𠮷野家、髙島屋。",
                "振込が停止する。",
                "長さを検査する。",
                List.of("JVNDB-2026-000012", "社内番号１２"),
                List.of(),
                List.of(VECTOR),
                List.of(new Component("決済ゲートウェイ", "第2版", "pkg:generic/決済@2")),
                List.of(new Location("資料/設計書.docx", 0, "")),
                List.of(new Exhibit("記録", "［秘匿］")),
                List.of("https://gateway.example/お知らせ?q=脆弱性", "https://日本語.example/", "稟議書 第12号"));
    }

    private static ReportContent limits() {
        String word = "w".repeat(ReportContent.WORD_LIMIT);
        List<Component> components = new ArrayList<>();
        for (int i = 0; i < ReportContent.LIST_LIMIT; i++) {
            components.add(new Component(word, word, "pkg:npm/" + i));
        }
        return new ReportContent(
                "t".repeat(ReportContent.TITLE_LIMIT),
                "x".repeat(ReportContent.TEXT_LIMIT),
                "",
                "r",
                List.of(word),
                List.of(word),
                List.of("not a vector"),
                components,
                List.of(),
                List.of(),
                List.of("https://" + "a".repeat(60) + ".example/" + "p".repeat(1_000)));
    }

    private static ReportContent with(List<String> identifiers, List<Component> components, List<String> references) {
        return new ReportContent(
                "Odd",
                "",
                "",
                "Wait",
                identifiers,
                List.of(),
                List.of(VECTOR),
                components,
                List.of(),
                List.of(),
                references);
    }

    /** Package URLs that are none by the rules of their type, with some that are. */
    private static List<Component> packages() {
        List<Component> components = new ArrayList<>();
        for (String url : List.of(
                "pkg:maven/gateway@2.1",
                "pkg:swift/x",
                "pkg:swift/github.com/x/y",
                "pkg:cran/x",
                "pkg:cran/x@",
                "pkg:conan/x?channel=a",
                "pkg:conan/ns/x",
                "pkg:oci/ns/x",
                "pkg:mlflow/ns/x",
                "pkg:pub/a.b",
                "pkg:golang/example.com/x@v1",
                "pkg:golang/example.com/x@v1.2.3-0.20260101000000-abcdefabcdef",
                "pkg:npm/%zz",
                "pkg:npm/%ff",
                "pkg:npm/%40scope/x@1.0.0",
                "pkg:a b/x",
                "pkg:1x/a",
                "pkg:generic/x?=v",
                "pkg:generic/x?a=1#src/main",
                "pkg:maven/a/b@[masked]",
                "pkg:deb/debian/curl@7.50.3-1?arch=i386&distro=jessie",
                "pkg:docker/x@sha256:abc",
                "pkg:/",
                "pkg:npm/",
                "urn:x")) {
            components.add(new Component("component", "", url));
        }
        return components;
    }

    private static Map<String, String> samples() {
        Map<String, String> samples = new LinkedHashMap<>();
        for (Tlp label : Tlp.values()) {
            samples.put(label.label(), advisory(full(VECTOR), label, Optional.of("Aoba Bank")));
        }
        samples.put("source withheld", advisory(full(VECTOR), Tlp.AMBER, Optional.empty()));
        samples.put("least", advisory(ReportContent.of("Overflow", "")));
        samples.put("Japanese", advisory(japanese()));
        samples.put("limits", advisory(limits()));
        samples.put(
                "no CVE, no product",
                advisory(with(
                        List.of("cve-2026-1", "CVE-26-1", "-x", "GHSA"),
                        List.of(),
                        List.of("ftp://files.example/x", "https://u:p@h.example:8443/a%20b?c={d}", "http://[::1]/"))));
        samples.put(
                "many CVEs",
                advisory(with(List.of("CVE-2026-0001", "CVE-2026-0002", "CVE-2025-12345678"), packages(), List.of())));
        for (String vector : List.of(
                "CVSS:3.1/AV:P/AC:H/PR:H/UI:R/S:C/C:N/I:N/A:N",
                "CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:C/C:L/I:H/A:N/E:P/RL:O/RC:C",
                "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:C/C:H/I:H/A:H/CR:H/IR:M/AR:L/MAV:A/MAC:H/MPR:L/MUI:R/MS:U/MC:L/MI:N/MA:X",
                "CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H",
                "CVSS:3.1/S:U/AV:N/AC:L/PR:N/UI:N/C:H/I:H/A:H")) {
            samples.put(vector, advisory(full(vector)));
        }
        samples.put(
                "two vectors",
                advisory(new ReportContent(
                        "Two",
                        "t",
                        "",
                        "",
                        List.of(),
                        List.of(),
                        List.of(VECTOR, "CVSS:3.1/AV:L/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"),
                        List.of(new Component("c", "", "")),
                        List.of(),
                        List.of(),
                        List.of())));
        return samples;
    }

    @Test
    void everyAdvisoryIsValid(CsafValidator validator) {
        Map<String, List<String>> faults = new LinkedHashMap<>();
        samples().forEach((name, advisory) -> faults.put(name, validator.faults(advisory)));
        faults.values().removeIf(List::isEmpty);
        assertEquals(Map.of(), faults);
    }

    /** Or the test above would show nothing. */
    @Test
    void brokenOnesAreFoundOut(CsafValidator validator) {
        String sound = advisory(full(VECTOR));
        assertFound(validator, sound, "\"csaf_version\":\"2.0\"", "\"csaf_version\":\"2.2\"", "csaf_2_0_strict");
        assertFound(validator, sound, "\"product_id\":\"P2\"", "\"product_id\":\"P1\"", "mandatoryTest_6_1_2");
        assertFound(
                validator, sound, "\"known_affected\":[\"P1\"", "\"known_affected\":[\"P9\"", "mandatoryTest_6_1_1");
        assertFound(validator, sound, "\"baseScore\":9.8", "\"baseScore\":9.7", "mandatoryTest_6_1_9");
        assertFound(validator, sound, "pkg:maven/example/", "pkg:maven/", "mandatoryTest_6_1_13");
        assertFound(validator, sound, "\"version\":\"1\"", "\"version\":\"2\"", "mandatoryTest_6_1_16");
    }

    private static void assertFound(CsafValidator validator, String sound, String from, String to, String test) {
        String broken = sound.replace(from, to);
        assertNotEquals(sound, broken, from);
        List<String> faults = validator.faults(broken);
        assertTrue(faults.stream().anyMatch(fault -> fault.startsWith(test)), test + " in " + faults);
    }
}
