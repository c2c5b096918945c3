package org.sekisho.server.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.DemoPortal;
import org.sekisho.server.RestCaller;

/** Whatever people and tools write into a report is shown as they wrote it, and nothing of it runs in the browser of whoever reads it. */
@BrowserTests
class HostileReportIT {

    /** Ends texts, attributes, comments and scripts, and is an expression of the pages' language. */
    private static final String HOSTILE =
            "--></script></textarea><script>ran=1</script><img src=x onerror=ran=1>\"onfocus='ran=1'autofocus x=\""
                    + " #{ran} ${ran}";

    private static final String RAN =
            "() => 'ran' in window || document.querySelector('main img, main [onfocus], main a[href^=javascript]') !=="
                    + " null";

    @Test
    void nothingRunsOfWhatAReportHolds(DemoPortal portal, Visitors visitors) throws Exception {
        RestCaller analyst = RestCaller.signIn(portal, "analyst@aoba.example");
        RestCaller security = RestCaller.signIn(portal, "security@aoba.example");
        String report = file(analyst);
        String measure = Instant.now().plusSeconds(86_400).toString();
        decide(analyst, report, "TRIAGE", Map.of());
        decide(security, report, "PROPOSE_LOWERING", Map.of("tier", "MEDIUM", "reason", HOSTILE));
        decide(
                RestCaller.signIn(portal, "ciso@aoba.example"),
                report,
                "ORDER_MEASURE",
                Map.of("kind", "ISOLATION", "until", measure, "reason", HOSTILE));
        for (String stage : List.of("first", "second")) {
            String hash = analyst.get("reports/" + report).string("hash");
            decide(analyst, report, "SUBMIT", Map.of("revision", hash));
            decide(
                    security,
                    report,
                    stage.equals("first") ? "RETURN" : "AGREE",
                    Map.of("revision", hash, "reason", HOSTILE, "password", DemoPortal.PASSWORD));
            if (stage.equals("first")) {
                revise(analyst, report, hash);
            }
        }

        List<String> problems = new ArrayList<>();
        for (String account : List.of("security@aoba.example", "analyst@aoba.example", "reviewer@cyber.example")) {
            Visitor visitor = visitors.signedIn(account, Language.ENGLISH);
            for (String path : pages(report)) {
                look(visitor, account, path, problems);
            }
            visitor.close();
        }
        assertEquals("", String.join("\n", problems));
    }

    private static List<String> pages(String report) {
        List<String> pages =
                new ArrayList<>(List.of("/home", "/reports?q=ran", "/search?q=ran", "/review-queue", "/trail"));
        for (String tab : List.of("report", "evidence", "similar", "changes", "history")) {
            pages.add("/report?id=" + report + "&tab=" + tab);
        }
        for (String act : List.of("raise", "label", "duplicate")) {
            pages.add("/report-act?act=" + act + "&id=" + report);
        }
        pages.addAll(List.of("/report-revise?id=" + report, "/report-rate?id=" + report, "/escalations"));
        return pages;
    }

    private static void look(Visitor visitor, String account, String path, List<String> problems) {
        visitor.open(path);
        if ((boolean) visitor.page().evaluate(RAN)) {
            problems.add(account + " at " + path + ": something of the report became part of the page");
        }
        // Also what the content security policy held back would have run.
        visitor.complaints().stream()
                .filter(each -> !each.contains("Failed to load resource"))
                .forEach(each -> problems.add(account + " at " + path + ": " + each));
    }

    private static String file(RestCaller analyst) throws IOException, InterruptedException {
        String agreement =
                analyst.get("reports?limit=1").array("items").objects().get(0).string("agreement");
        return analyst.post(
                        "reports",
                        JsonObject.builder()
                                .put("agreement", agreement)
                                .put("label", "AMBER_STRICT")
                                .put("content", content(HOSTILE))
                                .build())
                .string("id");
    }

    private static void revise(RestCaller analyst, String report, String hash)
            throws IOException, InterruptedException {
        assertTrue(analyst.call(
                        "POST",
                        "reports/" + report + "/revisions",
                        JsonObject.builder()
                                .put("revision", hash)
                                .put("content", content("Changed " + HOSTILE))
                                .build(),
                        Map.of())
                .isDone());
    }

    private static JsonObject content(String text) {
        JsonArray one = JsonArray.ofStrings(List.of(HOSTILE));
        return JsonObject.builder()
                .put("schema", 1)
                .put("title", HOSTILE)
                .put("text", text)
                .put("impact", HOSTILE)
                .put("remedy", HOSTILE)
                .put("identifiers", one)
                .put("weaknesses", one)
                .put("vectors", JsonArray.ofStrings(List.of(HOSTILE, "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N")))
                .put(
                        "components",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("name", HOSTILE)
                                .put("version", HOSTILE)
                                .put("identifier", HOSTILE)
                                .build())))
                .put(
                        "locations",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("address", HOSTILE)
                                .put("line", 1)
                                .put("name", HOSTILE)
                                .build())))
                .put(
                        "evidence",
                        JsonArray.of(List.of(JsonObject.builder()
                                .put("heading", HOSTILE)
                                .put("text", HOSTILE)
                                .build())))
                .put("references", JsonArray.ofStrings(List.of("javascript:ran=1", HOSTILE)))
                .build();
    }

    private static void decide(RestCaller who, String report, String decision, Map<String, String> more)
            throws IOException, InterruptedException {
        JsonObject.Builder body = JsonObject.builder().put("decision", decision);
        more.forEach(body::put);
        who.post("reports/" + report + "/decisions", body.build());
    }
}
