package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.RestCaller.Answer;

/** Reviews as people live through them by REST, on the built portal and its database: nobody alone, nobody twice, and nothing by accident. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportReviewIT {

    private static final String ANALYST = "analyst@aoba.example";
    private static final String FIRST = "security@aoba.example";
    private static final String SECOND = "security2@aoba.example";
    private static final String CISO = "ciso@aoba.example";
    private static final String AUTHORITY = "reviewer@cyber.example";
    private static final String COORDINATOR = "coordinator@sekisho.example";
    private static final String SIGNATORY = "signatory@aoba.example";
    private static final String RIVAL = "security@hinode.example";
    private static final String RIVAL_SIGNATORY = "signatory@hinode.example";
    private static final String HIGH = FiledReport.HIGH;
    private static final String MEDIUM = "CVSS:3.1/AV:N/AC:H/PR:L/UI:R/S:U/C:H/I:N/A:N";

    private final Map<String, RestCaller> people = new HashMap<>();
    private DemoPortal portal;

    @BeforeAll
    void start() throws Exception {
        portal = DemoPortal.start("report-review");
        for (String each :
                List.of(ANALYST, FIRST, SECOND, CISO, AUTHORITY, COORDINATOR, SIGNATORY, RIVAL, RIVAL_SIGNATORY)) {
            people.put(each, RestCaller.signIn(portal, each));
        }
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    void ofTwoWhoClaimTheOnlyPlaceAtOnceOneGetsIt() throws Exception {
        String report = submitted(MEDIUM);
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            List<Callable<String>> claims = List.of(
                    () -> ended(decide(FIRST, report, "CLAIM", Map.of())),
                    () -> ended(decide(SECOND, report, "CLAIM", Map.of())));
            List<String> outcomes = new ArrayList<>();
            for (Future<String> each : both.invokeAll(claims)) {
                outcomes.add(each.get());
            }
            Collections.sort(outcomes);
            assertEquals(List.of("done", "report.stage-taken"), outcomes);
        } finally {
            both.shutdownNow();
        }
    }

    @Test
    void whoHasVotedIsNoDelegate() throws Exception {
        String report = submitted(HIGH);
        assertEquals("done", agree(SECOND, report));
        assertEquals("done", ended(decide(FIRST, report, "CLAIM", Map.of())));
        // As if the colleague held a place: that they voted isn't told before the stage closes.
        assertEquals("report.claimed-already", ended(decide(FIRST, report, "DELEGATE", Map.of("person", SECOND))));
        assertEquals("shared.not-found", ended(decide(FIRST, report, "DELEGATE", Map.of("person", RIVAL))));
        assertEquals("report.voted-already", agree(SECOND, report));
    }

    @Test
    void oneSideAloneLowersNothing() throws Exception {
        String report = submitted(HIGH);
        Map<String, String> lower = Map.of("tier", "MEDIUM", "reason", "Only from inside");
        assertEquals("done", ended(decide(FIRST, report, "PROPOSE_LOWERING", lower)));
        assertEquals("report.lowering-own-side", ended(decide(FIRST, report, "AGREE_LOWERING", Map.of())));
        assertEquals("report.lowering-own-side", ended(decide(CISO, report, "AGREE_LOWERING", Map.of())));
        assertEquals("shared.not-permitted", ended(decide(ANALYST, report, "AGREE_LOWERING", Map.of())));
        assertEquals("shared.not-found", ended(decide(RIVAL, report, "AGREE_LOWERING", Map.of())));
        // Not before its stage: until then it doesn't know the report.
        assertEquals("shared.not-found", ended(decide(AUTHORITY, report, "AGREE_LOWERING", Map.of())));
        assertEquals("HIGH", row(report).string("tier"));
        agree(FIRST, report);
        agree(SECOND, report);
        assertEquals("done", ended(decide(AUTHORITY, report, "AGREE_LOWERING", Map.of())));
        assertEquals("MEDIUM", row(report).string("tier"));
        assertEquals("IN_REVIEW", row(report).string("state"));
        // The review goes on as it was opened.
        assertEquals("done", vote(AUTHORITY, report, "NO_OBJECTION", hash(report)));
        assertEquals("APPROVED", row(report).string("state"));
    }

    @Test
    void aChangedReportNeedsNewVotes() throws Exception {
        String report = submitted(HIGH);
        String read = hash(report);
        assertEquals("done", agree(FIRST, report));
        assertEquals("done", agree(SECOND, report));
        assertEquals("done", revise(report, read, "Changed"));
        assertEquals("report.revision-changed", revise(report, read, "Changed by somebody who read the old one"));
        assertEquals("TRIAGE", row(report).string("state"));
        assertEquals("report.stage-not-open", vote(AUTHORITY, report, "NO_OBJECTION", read));
        assertEquals("done", ended(decide(ANALYST, report, "SUBMIT", Map.of("revision", hash(report)))));
        assertEquals("report.revision-changed", vote(FIRST, report, "AGREE", read));
        assertEquals("report.reviewer-of-other-side", vote(AUTHORITY, report, "NO_OBJECTION", hash(report)));
        assertEquals("done", agree(FIRST, report));
        assertEquals("done", agree(SECOND, report));
        assertEquals("IN_REVIEW", row(report).string("state"));
        assertEquals("done", vote(AUTHORITY, report, "NO_OBJECTION", hash(report)));
        assertEquals("APPROVED", row(report).string("state"));
    }

    @Test
    void aMeasureShowsTheAuthorityTheReportAndNobodyElse() throws Exception {
        String report = submitted(HIGH);
        assertEquals(404, status(AUTHORITY, report));
        Map<String, String> order = Map.of("kind", "ISOLATION", "until", "2000-01-01T00:00:00Z", "reason", "Exploited");
        assertEquals("report.measure-expiry-unfit", ended(decide(CISO, report, "ORDER_MEASURE", order)));
        assertEquals("shared.not-permitted", ended(decide(FIRST, report, "ORDER_MEASURE", order)));
        Map<String, String> fit = new HashMap<>(order);
        fit.put("until", Instant.now().plusSeconds(86_400).toString());
        assertEquals("done", ended(decide(CISO, report, "ORDER_MEASURE", fit)));
        assertEquals(200, status(AUTHORITY, report));
        assertEquals(404, status(RIVAL, report));
        assertEquals("IN_REVIEW", row(report).string("state"));
    }

    @Test
    void whatAVoteCoveredIsShownByteForByteAfterAChange(@TempDir Path folder) throws Exception {
        String report = submitted(HIGH);
        String read = hash(report);
        assertEquals("done", agree(FIRST, report));
        assertEquals("done", revise(report, read, "Changed"));
        Path covered = folder.resolve("content.json");
        by(SECOND).download("reports/" + report + "/revisions/1/content", covered);
        assertEquals(read, Sha256.hex(Files.readAllBytes(covered)));
    }

    @Test
    void aVoteIsToldNobodyWhileTheStageDecides() throws Exception {
        String report = submitted(HIGH);
        assertEquals("done", ended(decide(FIRST, report, "CLAIM", Map.of())));
        JsonObject before = by(SECOND).get("reports/" + report);
        assertEquals("done", agree(FIRST, report));
        assertEquals(before, by(SECOND).get("reports/" + report));
        assertEquals(1, votes(FIRST, report));
        assertEquals(0, votes(SECOND, report));
        assertEquals(0, votes(CISO, report));
        assertEquals("done", agree(SECOND, report));
        assertEquals(2, votes(CISO, report));
    }

    @Test
    void aReleaseLeavesWhileTheAgreementLetsWhoeverAskedAndIsReadByWhomNoFreezeNames() throws Exception {
        JsonObject waiting = by(CISO).get("releases?state=REQUESTED")
                .array("items")
                .objects()
                .get(0);
        String release = "releases/" + waiting.string("id");
        JsonObject read =
                JsonObject.builder().put("sha256", waiting.string("sha256")).build();
        String asker = freeze(CISO);
        assertEquals("release.asker-lapsed", ended(by(FIRST).call("POST", release + "/approve", read, Map.of())));
        lift(asker, SIGNATORY);
        for (String approver : List.of(FIRST, SECOND, COORDINATOR)) {
            by(approver).call("POST", release + "/approve", read, Map.of());
        }
        assertEquals(200, content(release));
        String reader = freeze(RIVAL);
        assertEquals(403, content(release));
        lift(reader, RIVAL_SIGNATORY);
        assertEquals(200, content(release));
    }

    /** What the rival is answered that asks for what was released. */
    private int content(String release) throws IOException, InterruptedException {
        return by(RIVAL)
                .call("GET", release + "/content", JsonObject.builder().build(), Map.of())
                .status();
    }

    private String freeze(String person) throws IOException, InterruptedException {
        return by(COORDINATOR)
                .post(
                        "freezes",
                        JsonObject.builder()
                                .put(
                                        "scope",
                                        JsonObject.builder()
                                                .put("person", person)
                                                .build())
                                .put("reason", "Tried")
                                .build())
                .string("id");
    }

    /** By two, of two sides. */
    private void lift(String freeze, String concerned) throws IOException, InterruptedException {
        JsonObject reason = JsonObject.builder().put("reason", "Tried").build();
        by(concerned).post("freezes/" + freeze + "/lift", reason);
        by(COORDINATOR).post("freezes/" + freeze + "/lift", reason);
    }

    /** How many votes on the report the trail shows somebody. */
    private int votes(String who, String report) throws IOException, InterruptedException {
        return by(who).get("trail/events?act=review.vote&outcome=done&subject=" + report)
                .array("items")
                .items()
                .size();
    }

    /** A report of the bank that waits for its security. */
    private String submitted(String vector) throws IOException, InterruptedException {
        return FiledReport.submitted(by(ANALYST), content("Found", vector));
    }

    private static JsonObject content(String text, String vector) {
        return FiledReport.content("Overflow", text, vector);
    }

    private String revise(String report, String read, String text) throws IOException, InterruptedException {
        JsonObject body = JsonObject.builder()
                .put("revision", read)
                .put("content", content(text, HIGH))
                .build();
        return ended(by(ANALYST).call("POST", "reports/" + report + "/revisions", body, Map.of()));
    }

    private String agree(String who, String report) throws IOException, InterruptedException {
        return vote(who, report, "AGREE", hash(report));
    }

    private String vote(String who, String report, String choice, String read)
            throws IOException, InterruptedException {
        return ended(decide(
                who, report, choice, Map.of("revision", read, "reason", "Looked at", "password", DemoPortal.PASSWORD)));
    }

    private Answer decide(String who, String report, String decision, Map<String, String> more)
            throws IOException, InterruptedException {
        return FiledReport.decide(by(who), report, decision, more);
    }

    private static String ended(Answer answer) {
        return answer.isDone() ? "done" : answer.body().string("code");
    }

    private String hash(String report) throws IOException, InterruptedException {
        return FiledReport.hash(by(ANALYST), report);
    }

    private JsonObject row(String report) throws IOException, InterruptedException {
        return by(ANALYST).get("reports/" + report).object("report");
    }

    private int status(String who, String report) throws IOException, InterruptedException {
        return by(who).call("GET", "reports/" + report, JsonObject.builder().build(), Map.of())
                .status();
    }

    private RestCaller by(String account) {
        return Objects.requireNonNull(people.get(account), account);
    }
}
