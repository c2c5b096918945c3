package org.sekisho.ejb.report.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.sekisho.domain.report.intake.Finding;
import org.sekisho.domain.report.intake.Finding.Component;
import org.sekisho.domain.report.intake.Finding.Exhibit;
import org.sekisho.domain.report.intake.Finding.Standing;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.report.intake.RejectReason;
import org.sekisho.domain.report.intake.Rejection;
import org.sekisho.domain.report.intake.SourceFormat;
import org.sekisho.domain.shared.Refusal;

class DocumentReadersTest {

    private static final String OSV =
            """
            {"schema_version": "1.6.0", "id": "GHSA-aaaa-bbbb-cccc", "modified": "2026-11-01T00:00:00Z", "aliases": ["CVE-2026-1234"],
             "summary": "Path escape", "details": "Words.", "severity": [{"type": "CVSS_V3", "score": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
             "affected": [{"package": {"ecosystem": "Maven", "name": "org.example:lib", "purl": "pkg:maven/org.example/lib"}, "versions": ["1.0", "1.1"],
               "ranges": [{"type": "GIT", "repo": "https://git.example/lib", "events": [{"introduced": "0"}]}]}],
             "references": [{"type": "WEB", "url": "https://lib.example"}], "database_specific": {"cwe_ids": ["CWE-22"]}}
            """;

    private static final String CVE =
            """
            {"dataType": "CVE_RECORD", "dataVersion": "5.1", "cveMetadata": {"cveId": "CVE-2026-1234", "assignerOrgId": "o", "assignerShortName": "acme", "state": "PUBLISHED"},
             "containers": {"cna": {"providerMetadata": {"orgId": "o"}, "title": "Path escape", "descriptions": [{"lang": "en", "value": "Words."}],
               "affected": [{"vendor": "Acme", "product": "Server", "versions": [{"version": "1.0", "status": "affected"}, {"version": "2.0", "status": "unaffected"}]}],
               "problemTypes": [{"descriptions": [{"lang": "en", "description": "d", "cweId": "CWE-22"}]}],
               "solutions": [{"lang": "en", "value": "Update."}], "workarounds": [{"lang": "en", "value": "Close the port."}],
               "exploits": [{"lang": "en", "value": "Seen in May."}],
               "references": [{"url": "https://acme.example"}]},
               "adp": [{"providerMetadata": {"orgId": "p"}, "metrics": [{"cvssV4_0": {"version": "4.0", "baseScore": 9.2,
                 "vectorString": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"}}]}]}}
            """;

    private static final String CYCLONEDX =
            """
            {"bomFormat": "CycloneDX", "specVersion": "1.5", "version": 1, "serialNumber": "urn:uuid:3e671687-395b-41f5-a30f-a58921a69b79",
             "metadata": {"tools": {"components": [{"type": "application", "name": "Scanner", "version": "3"}]}},
             "components": [{"type": "library", "bom-ref": "lib", "name": "lib", "version": "1.0", "purl": "pkg:maven/org.example/lib@1.0"}],
             "vulnerabilities": [{"id": "CVE-2026-1234", "source": {"name": "NVD"}, "description": "Path escape", "cwes": [22],
               "ratings": [{"score": 9.8, "method": "CVSSv31", "vector": "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H"}],
               "recommendation": "Update.", "workaround": "Close the port.", "proofOfConcept": {"reproductionSteps": "Send two dots.",
                 "supportingMaterial": [{"content": "curl ..", "contentType": "text/plain"}, {"content": "AAAA", "encoding": "base64"}]},
               "analysis": {"state": "exploitable"}, "affects": [{"ref": "lib"}]}, {"id": 7}]}
            """;

    private static final String CSAF21 =
            """
            {"$schema": "https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json",
             "document": {"category": "csaf_security_advisory", "csaf_version": "2.1", "title": "Advisory",
               "distribution": {"tlp": {"label": "CLEAR"}}, "publisher": {"category": "vendor", "name": "Acme", "namespace": "https://acme.example"},
               "tracking": {"id": "A-1", "status": "final", "version": "2", "initial_release_date": "2026-11-01T00:00:00Z", "current_release_date": "2026-11-02T00:00:00Z",
                 "revision_history": [{"date": "2026-11-01T00:00:00Z", "number": "1", "summary": "first"}, {"date": "2026-11-02T00:00:00Z", "number": "2", "summary": "second"}]}},
             "product_tree": {"full_product_names": [{"product_id": "P1", "name": "Acme Server 1.0", "product_identification_helper": {"purls": ["pkg:generic/server@1.0"]}}]},
             "vulnerabilities": [{"cve": "CVE-2026-1234", "cwes": [{"id": "CWE-22", "name": "Path Traversal", "version": "4.15"}],
               "notes": [{"category": "description", "text": "Words."}],
               "metrics": [{"content": {"cvss_v4": {"version": "4.0", "baseScore": 9.3, "baseSeverity": "CRITICAL",
                 "vectorString": "CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N"}}, "products": ["P1"]}],
               "product_status": {"known_affected": ["P1"]}, "remediations": [{"category": "vendor_fix", "details": "Update.", "product_ids": ["P1"]}]}]}
            """;

    @Test
    void osvRecordIsOneFinding() throws IOException {
        Finding finding = Collected.read(SourceFormat.OSV, OSV).only();
        assertEquals("Path escape", finding.title());
        assertEquals(List.of("GHSA-aaaa-bbbb-cccc", "CVE-2026-1234"), finding.identifiers());
        assertEquals("CVE-2026-1234", finding.cves().get(0).value());
        assertEquals(List.of("CWE-22"), finding.weaknesses());
        assertEquals(
                List.of(new Component("org.example:lib", "1.0, 1.1", "pkg:maven/org.example/lib")),
                finding.components());
        assertEquals("9.8", finding.score().orElseThrow().toString());
        assertEquals(List.of("format", "id"), finding.fingerprint().parts());
    }

    @Test
    void cveRecordTakesWhatOthersAddAndShowsAContradictedScore() throws IOException {
        Finding finding = Collected.read(SourceFormat.CVE, CVE).only();
        assertEquals(List.of(new Component("Acme Server", "1.0", "")), finding.components());
        assertEquals("9.3", finding.score().orElseThrow().toString());
        assertEquals(true, finding.vectors().get(0).contradicted(), "9.2 is stated");
        assertEquals("acme", finding.tool().name());
        assertEquals("Update.\n\nClose the port.", finding.remedy());
        assertEquals(List.of(new Exhibit("exploits", "Seen in May.")), finding.exhibits());
    }

    @Test
    void cycloneDxRejectsOneItemAndKeepsTheOther() throws IOException {
        Collected read = Collected.read(SourceFormat.CYCLONEDX, CYCLONEDX);
        Finding finding = read.findings.get(0);
        assertEquals(Standing.AFFECTED, finding.standing());
        assertEquals(List.of(new Component("lib", "1.0", "pkg:maven/org.example/lib@1.0")), finding.components());
        assertEquals(List.of("CWE-22"), finding.weaknesses());
        assertEquals("Scanner", finding.tool().name());
        assertEquals("Update.\n\nClose the port.", finding.remedy());
        assertEquals(
                List.of(
                        new Exhibit("proofOfConcept.reproductionSteps", "Send two dots."),
                        new Exhibit("proofOfConcept.supportingMaterial", "```\ncurl ..\n```")),
                finding.exhibits(),
                "what is encoded is no text");
        assertEquals("/vulnerabilities/1/id", read.rejections.get(0).pointer());
        assertEquals("type", read.rejections.get(0).keyword());
    }

    @Test
    void csaf21IsReadWithItsNewNames() throws IOException {
        Finding finding = Collected.read(SourceFormat.CSAF, CSAF21).only();
        assertEquals("9.3", finding.score().orElseThrow().toString());
        assertEquals(List.of("CWE-22"), finding.weaknesses());
        assertEquals("Update.", finding.remedy());
        assertEquals(List.of(new Component("Acme Server 1.0", "", "pkg:generic/server@1.0")), finding.components());
        assertEquals(
                List.of("format", "publisher", "document", "cve"),
                finding.fingerprint().parts());
    }

    @Test
    void csafIsReadTheSameWhereverItsItemsStand() throws IOException {
        String good = CSAF21.substring(CSAF21.indexOf("{\"cve\""), CSAF21.lastIndexOf("]}"));
        String list = ",\n \"vulnerabilities\": [" + String.join(",", "{}", good, "{\"cve\": 7}", good) + "]";
        String head = CSAF21.substring(0, CSAF21.indexOf(",\n \"vulnerabilities\""));
        Collected behind = Collected.read(SourceFormat.CSAF, head + list + "}");
        Collected between = Collected.read(
                SourceFormat.CSAF, head.replace(",\n \"product_tree\"", list + ",\n \"product_tree\"") + "}");
        assertEquals(2, behind.findings.size());
        assertEquals(
                List.of("/vulnerabilities/0", "/vulnerabilities/2/cve"),
                behind.rejections.stream().map(Rejection::pointer).toList());
        assertEquals(behind.findings, between.findings);
        assertEquals(behind.rejections, between.rejections);
    }

    @Test
    void csafThatIsWrongOutsideItsItemsIsRefusedBeforeOneIsGiven() {
        Collected collected = new Collected();
        String wrong = CSAF21.replace("\"final\"", "\"done\"");
        assertThrows(Refusal.class, () -> SourceReaders.of(SourceFormat.CSAF, IntakeLimits.USUAL)
                .read(Collected.file(wrong.getBytes(StandardCharsets.UTF_8)), collected));
        assertEquals(0, collected.received());
        String list = "\"vulnerabilities\": [";
        Collected.refused(
                IntakeError.FILE_SCHEMA,
                SourceFormat.CSAF,
                CSAF21.replaceAll("(?s)" + Pattern.quote(list) + ".*", list + "]}"));
        String first = CSAF21.substring(CSAF21.indexOf("{\"cve\""), CSAF21.lastIndexOf("]}"));
        Collected.refused(
                IntakeError.FILE_KEY_TWICE,
                SourceFormat.CSAF,
                CSAF21.replace(list, list + first + ", {\"title\": \"a\", \"title\": \"b\"}, "));
        Collected.refused(
                IntakeError.FILE_KEY_TWICE,
                SourceFormat.CSAF,
                CSAF21.substring(0, CSAF21.lastIndexOf('}')) + ", \"document\": {}}");
    }

    @Test
    void laterVersionOfAnAdvisoryIsTheSameFinding() throws IOException {
        String later = CSAF21.replace("Words.", "Other words.").replace("\"version\": \"2\"", "\"version\": \"3\"");
        assertEquals(
                Collected.read(SourceFormat.CSAF, CSAF21).only().fingerprint(),
                Collected.read(SourceFormat.CSAF, later).only().fingerprint());
    }

    @Test
    void withdrawnRecordIsRejected() throws IOException {
        Collected.read(
                        SourceFormat.OSV,
                        OSV.replace("\"summary\"", "\"withdrawn\": \"2026-11-02T00:00:00Z\", \"summary\""))
                .rejectedOnly(RejectReason.WITHDRAWN, "");
        Collected.read(SourceFormat.CVE, CVE.replace("PUBLISHED", "REJECTED")).rejectedOnly(RejectReason.WITHDRAWN, "");
    }

    @Test
    void faultOutsideTheItemsRefusesTheDocument() {
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.CSAF, CSAF21.replace("\"final\"", "\"done\""));
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.OSV, OSV.replace("\"Path escape\"", "7"));
        Collected.refused(IntakeError.FILE_SCHEMA, SourceFormat.CVE, CVE.replace("CVE-2026-1234", "CVE-1"));
        Collected.refused(
                IntakeError.FILE_SCHEMA,
                SourceFormat.CYCLONEDX,
                CYCLONEDX.replace("\"version\": 1,", "\"version\": \"a\","));
        Collected.refused(IntakeError.FILE_VERSION, SourceFormat.CSAF, CSAF21.replace("\"2.1\"", "\"3.0\""));
        Collected.refused(IntakeError.FILE_VERSION, SourceFormat.CYCLONEDX, CYCLONEDX.replace("\"1.5\"", "\"1.2\""));
        Collected.refused(IntakeError.FILE_VERSION, SourceFormat.CVE, CVE.replace("\"5.1\"", "\"4.0\""));
        Collected.refused(
                IntakeError.FILE_KEY_TWICE, SourceFormat.OSV, OSV.replace("\"summary\"", "\"id\": \"b\", \"summary\""));
    }
}
