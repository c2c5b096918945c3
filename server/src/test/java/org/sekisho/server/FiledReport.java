package org.sekisho.server;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.RestCaller.Answer;

/** Reports as a bank's program files them and brings them on, for tests of what comes after. */
public final class FiledReport {

    /** A vector whose report needs both sides, and credentials entered again. */
    public static final String HIGH = "CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:U/C:H/I:H/A:N";

    private FiledReport() {}

    /** One that waits for the bank's security. */
    public static String submitted(RestCaller analyst, JsonObject content) throws IOException, InterruptedException {
        String agreement =
                analyst.get("reports?limit=1").array("items").objects().get(0).string("agreement");
        String report = analyst.post(
                        "reports",
                        JsonObject.builder()
                                .put("agreement", agreement)
                                .put("label", "AMBER_STRICT")
                                .put("content", content)
                                .build())
                .string("id");
        done(analyst, report, "TRIAGE", Map.of());
        done(analyst, report, "SUBMIT", Map.of("revision", hash(analyst, report)));
        return report;
    }

    /** What a report says, with nothing that it needn't. */
    public static JsonObject content(String title, String text, String vector) {
        JsonArray none = JsonArray.ofStrings(List.of());
        return JsonObject.builder()
                .put("schema", 1)
                .put("title", title)
                .put("text", text)
                .put("impact", "")
                .put("remedy", "")
                .put("identifiers", none)
                .put("weaknesses", none)
                .put("vectors", JsonArray.ofStrings(List.of(vector)))
                .put("components", none)
                .put("locations", none)
                .put("evidence", none)
                .put("references", none)
                .build();
    }

    /** Of the revision that is the latest. */
    public static String hash(RestCaller caller, String report) throws IOException, InterruptedException {
        return caller.get("reports/" + report).string("hash");
    }

    /** Its state, as whoever may read it is told. */
    public static String state(RestCaller caller, String report) throws IOException, InterruptedException {
        return caller.get("reports/" + report).object("report").string("state");
    }

    /** Takes a step or votes, and answers whatever came back. */
    public static Answer decide(RestCaller caller, String report, String decision, Map<String, String> more)
            throws IOException, InterruptedException {
        return caller.call("POST", path(report), body(decision, more), Map.of());
    }

    private static void done(RestCaller caller, String report, String decision, Map<String, String> more)
            throws IOException, InterruptedException {
        caller.post(path(report), body(decision, more));
    }

    private static String path(String report) {
        return "reports/" + report + "/decisions";
    }

    private static JsonObject body(String decision, Map<String, String> more) {
        JsonObject.Builder body = JsonObject.builder().put("decision", decision);
        more.forEach(body::put);
        return body.build();
    }
}
