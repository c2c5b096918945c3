package org.sekisho.proof.witness;

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
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WitnessServerTest {

    @TempDir
    Path folder;

    private final HttpClient client = HttpClient.newHttpClient();
    private WitnessServer server;

    @BeforeEach
    void start() throws IOException {
        server = WitnessServer.start(WitnessFixture.settings(folder), WitnessFixture.CLOCK);
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
        WitnessException refused =
                assertThrows(WitnessException.class, () -> WitnessServer.start(used, WitnessFixture.CLOCK));
        assertEquals(WitnessProblem.ADDRESS_IN_USE, refused.problem());
        WitnessServer.start(free, WitnessFixture.CLOCK).close();
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
