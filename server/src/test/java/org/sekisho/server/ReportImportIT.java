package org.sekisho.server;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.server.RestCaller.Answer;

/** Hands files of reports in over HTTP, as a scanner does: good ones, broken ones, and such as mean harm. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReportImportIT {

    private static final String HEAD =
            "{\"version\":\"2.1.0\",\"runs\":[{\"tool\":{\"driver\":{\"name\":\"probe\"}},\"results\":[";
    private static final String TAIL = "]}]}";
    private static final int MEBIBYTE = 1 << 20;
    private static final int UNPACKED_MEBIBYTES = 64;

    private DemoPortal portal;
    private RestCaller analyst;
    private String agreement;

    @BeforeAll
    void start() throws Exception {
        portal = DemoPortal.start("report-import");
        analyst = RestCaller.signIn(portal, "analyst@aoba.example");
        agreement = RestCaller.signIn(portal, "coordinator@sekisho.example")
                .get("agreements?state=IN_FORCE&party=aoba")
                .array("items")
                .objects()
                .stream()
                .map(each -> each.string("number"))
                .sorted()
                .findFirst()
                .orElseThrow();
    }

    @AfterAll
    void stop() {
        portal.close();
    }

    @Test
    void everyItemIsCountedOnceAndToldWhereItIsWrong() throws Exception {
        Answer answer = imported(sarif(result("counted 1"), "{\"ruleId\":7}", result("counted 2")), Map.of());
        assertEquals(200, answer.status(), answer::toString);
        assertEquals("3 received, 2 created, 0 duplicates, 1 rejected", counts(answer.body()));
        JsonObject rejected = analyst.get("reports/import/" + answer.body().string("id") + "/rejections")
                .array("items")
                .objects()
                .get(0);
        assertEquals(1, rejected.integer("index"));
        assertTrue(rejected.string("pointer").startsWith("/runs/0/results/1"), rejected::toString);
    }

    @Test
    void theSameFileMakesNothingTwice() throws Exception {
        byte[] file = sarif(result("once"));
        assertEquals(
                "1 received, 1 created, 0 duplicates, 0 rejected",
                counts(imported(file, Map.of()).body()));
        assertEquals(
                "1 received, 0 created, 1 duplicates, 0 rejected",
                counts(imported(file, Map.of()).body()));
    }

    @Test
    void aKeyStandsForOneFile() throws Exception {
        Map<String, String> key = Map.of("Idempotency-Key", "scan-1");
        byte[] file = sarif(result("under a key"));
        Answer first = imported(file, key);
        Answer again = imported(file, key);
        assertTrue(again.isDone(), again::toString);
        assertEquals(first.body().string("id"), again.body().string("id"));
        Answer other = imported(sarif(result("another under the key")), key);
        assertEquals(422, other.status(), other::toString);
        assertEquals("shared.idempotency-key-reused", other.body().string("code"));
    }

    @Test
    void whatCannotBeReadIsRefusedWithACodeAndNothingOfItStays() throws Exception {
        byte[] whole = sarif(result("cut off"));
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("report.file-empty", new byte[0]);
        files.put("report.file-truncated", Arrays.copyOf(whole, whole.length - TAIL.length()));
        files.put("report.file-malformed", "<html></html>".getBytes(UTF_8));
        files.put("report.file-schema", "{\"bomFormat\":\"CycloneDX\"}".getBytes(UTF_8));
        files.put("report.file-encoding", new String(whole, UTF_8).getBytes(UTF_16));
        files.put("report.file-key-twice", "{\"version\":\"2.1.0\",\"version\":\"2.1.0\",\"runs\":[]}".getBytes(UTF_8));
        files.put("report.file-too-deep", packed(HEAD, "["));
        files.put("report.file-absurd", packed(HEAD + "{\"ruleId\":\"", "a"));
        long before = count("reports");
        for (Map.Entry<String, byte[]> each : files.entrySet()) {
            Answer answer = imported(each.getValue(), Map.of());
            assertEquals(4, answer.status() / 100, each.getKey() + ": " + answer);
            assertEquals(each.getKey(), answer.body().string("code"));
        }
        assertEquals(before, count("reports"));
    }

    @Test
    void aConnectionThatBreaksLeavesNothingAndTheFileCanBeSentAgain() throws Exception {
        byte[] file = sarif(result("sent again"));
        long before = count("reports/import");
        String request =
                "POST /api/v1/" + path() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: " + analyst.authorisation()
                        + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + file.length + "\r\n\r\n";
        try (Socket socket = new Socket(portal.url().getHost(), portal.url().getPort());
                OutputStream out = socket.getOutputStream()) {
            out.write(request.getBytes(UTF_8));
            out.write(file, 0, file.length / 2);
            out.flush();
        }
        assertEquals(
                "1 received, 1 created, 0 duplicates, 0 rejected",
                counts(imported(file, Map.of()).body()));
        assertEquals(before + 1, count("reports/import"));
    }

    private Answer imported(byte[] file, Map<String, String> headers) throws IOException, InterruptedException {
        return analyst.send(path(), file, headers);
    }

    private String path() {
        return "reports/import?format=sarif&agreement=" + agreement;
    }

    /** How many there are, over all pages of a list. */
    private long count(String list) throws IOException, InterruptedException {
        long count = 0;
        Optional<String> after = Optional.of("");
        while (after.isPresent()) {
            JsonObject page = analyst.get(list
                    + after.filter(each -> !each.isEmpty())
                            .map(each -> "?after=" + each)
                            .orElse(""));
            count += page.array("items").objects().size();
            after = page.findString("next");
        }
        return count;
    }

    private static String counts(JsonObject answer) {
        return "%d received, %d created, %d duplicates, %d rejected"
                .formatted(
                        answer.integer("received"),
                        answer.integer("created"),
                        answer.integer("duplicates"),
                        answer.integer("rejectedCount"));
    }

    private static byte[] sarif(String... results) {
        return (HEAD + String.join(",", List.of(results)) + TAIL).getBytes(UTF_8);
    }

    private static String result(String text) {
        return "{\"ruleId\":\"R1\",\"message\":{\"text\":\"" + text + "\"}}";
    }

    /** A small file that unpacks to a large one. */
    private static byte[] packed(String head, String unit) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        byte[] block = unit.repeat(MEBIBYTE).getBytes(UTF_8);
        try (GZIPOutputStream packing = new GZIPOutputStream(file)) {
            packing.write(head.getBytes(UTF_8));
            for (int i = 0; i < UNPACKED_MEBIBYTES; i++) {
                packing.write(block);
            }
        }
        return file.toByteArray();
    }
}
