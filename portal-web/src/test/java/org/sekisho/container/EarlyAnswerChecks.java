package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** A client of HTTP/2 sends files that are refused whatever is in them. */
final class EarlyAnswerChecks {

    private static final int TIMES = 5;
    /** More than one frame of HTTP/2. */
    private static final long SIZE = 100_000;

    /** In which a refusal that doesn't wait for the file has long come. */
    private static final long MILLIS = 300;

    private static final int LONGEST_SECONDS = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Player sender = Regime.get().own().person(Role.ANALYST);

    /** A refusal that overtook the rest of the file would be lost on a client that still sends it. */
    void aRefusalComesAfterTheFile() throws Exception {
        // The first request of a connection is one of HTTP/1.1.
        assertEquals(HttpClient.Version.HTTP_2, ready().version());
        for (int time = 0; time < TIMES; time++) {
            PausedFile file = new PausedFile("password=hunter2", SIZE);
            CompletableFuture<HttpResponse<String>> sent = send(file);
            assertThrows(TimeoutException.class, () -> sent.get(MILLIS, TimeUnit.MILLISECONDS));
            file.goOn();
            HttpResponse<String> answer = sent.get(LONGEST_SECONDS, TimeUnit.SECONDS);
            assertEquals(422, answer.statusCode(), answer.body());
            assertEquals(HttpClient.Version.HTTP_2, answer.version());
        }
    }

    private HttpResponse<Void> ready() throws Exception {
        return client.send(
                HttpRequest.newBuilder(portal.resolve("/health/ready")).build(), BodyHandlers.discarding());
    }

    private CompletableFuture<HttpResponse<String>> send(PausedFile file) {
        return client.sendAsync(
                HttpRequest.newBuilder(portal.resolve("/api/v1/reports/import?agreement=none&format=nothing"))
                        .header("Authorization", "Bearer " + sender.token())
                        .header("Content-Type", "application/octet-stream")
                        .POST(BodyPublishers.ofInputStream(() -> file))
                        .build(),
                BodyHandlers.ofString());
    }
}
