package org.sekisho.proof.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.log.AddCheckpoint;

class WitnessServerTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private final List<String> found = new CopyOnWriteArrayList<>();
    private final List<Path> evidence = new CopyOnWriteArrayList<>();
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        server = WitnessServer.start(WitnessFixture.settings(folder), WitnessFixture.CLOCK, this::found);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void checkpointsAreCosignedOverHttp() throws Exception {
        HttpResponse<String> answer = post("/add-checkpoint", WitnessFixture.request(0, 5));
        assertEquals(200, answer.statusCode());
        assertTrue(answer.body().startsWith("\u2014 witness.example/w "), answer.body());
        answer = post("/add-checkpoint", WitnessFixture.request(0, 9));
        assertEquals(409, answer.statusCode());
        assertEquals("5\n", answer.body());
        assertEquals(Optional.of("text/x.tlog.size"), answer.headers().firstValue("Content-Type"));
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(5, 9)).statusCode());
    }

    /** Two signed checkpoints of which none continues the other: said once each, and kept under names of their own. */
    @Test
    void whatContradictsACosignedCheckpointIsSaidAndKept() throws Exception {
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(0, 5)).statusCode());
        byte[] sameSize = WitnessFixture.request(5, WitnessFixture.otherLeaves(5));
        assertEquals(409, post("/add-checkpoint", sameSize).statusCode());
        assertEquals(List.of(WitnessFixture.ORIGIN + " 5 after 5"), found);
        byte[] larger = WitnessFixture.request(5, WitnessFixture.otherLeaves(9));
        assertEquals(422, post("/add-checkpoint", larger).statusCode());
        assertEquals(422, post("/add-checkpoint", larger).statusCode());
        assertEquals(List.of(WitnessFixture.ORIGIN + " 5 after 5", WitnessFixture.ORIGIN + " 9 after 5"), found);
        assertArrayEquals(AddCheckpoint.parse(sameSize).note().bytes(), Files.readAllBytes(evidence.get(0)));
        assertArrayEquals(AddCheckpoint.parse(larger).note().bytes(), Files.readAllBytes(evidence.get(1)));

        server.close();
        start();
        assertEquals(422, post("/add-checkpoint", larger).statusCode());
        assertEquals(2, found.size());
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(5, 9)).statusCode());
    }

    /** A log that asks twice, or doesn't know what was cosigned last, has contradicted nothing. */
    @Test
    void whoOnlyComesLateHasContradictedNothing() throws Exception {
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(0, 5)).statusCode());
        assertEquals(409, post("/add-checkpoint", WitnessFixture.request(0, 5)).statusCode());
        assertEquals(409, post("/add-checkpoint", WitnessFixture.request(0, 3)).statusCode());
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(5, 5)).statusCode());
        assertEquals(List.of(), found);
    }

    private void found(String origin, long size, long cosigned, Path kept) {
        found.add(origin + " " + size + " after " + cosigned);
        evidence.add(kept);
    }

    @Test
    void nothingElseIsServed() throws Exception {
        assertEquals(404, post("/", WitnessFixture.request(0, 5)).statusCode());
        assertEquals(404, post("/add-checkpoint/", WitnessFixture.request(0, 5)).statusCode());
        assertEquals(
                413,
                post("/add-checkpoint", new byte[WitnessServer.MOST_BYTES + 1]).statusCode());
        assertEquals(400, post("/add-checkpoint", new byte[0]).statusCode());
        for (String method : new String[] {"GET", "HEAD", "PUT"}) {
            HttpResponse<String> answer = send(request("/add-checkpoint").method(method, BodyPublishers.noBody()));
            assertEquals(405, answer.statusCode());
            assertEquals(Optional.of("POST"), answer.headers().firstValue("Allow"));
        }
        assertEquals(200, post("/add-checkpoint", WitnessFixture.request(0, 5)).statusCode());
    }

    @Test
    void aUsedPortIsSaidAndTheStateGivenBack() throws IOException {
        WitnessSettings free = WitnessFixture.settings(folder.resolve("other"));
        Files.createDirectories(folder.resolve("other"));
        WitnessSettings used = new WitnessSettings(
                "127.0.0.1",
                server.address().getPort(),
                free.state(),
                free.key(),
                free.name(),
                Map.copyOf(free.logs()));
        WitnessException refused = assertThrows(
                WitnessException.class, () -> WitnessServer.start(used, WitnessFixture.CLOCK, WitnessFixture.UNHEARD));
        assertEquals(WitnessProblem.ADDRESS_IN_USE, refused.problem());
        WitnessServer.start(free, WitnessFixture.CLOCK, WitnessFixture.UNHEARD).close();
    }

    private HttpResponse<String> post(String path, byte[] body) throws IOException, InterruptedException {
        return send(request(path).POST(BodyPublishers.ofByteArray(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
