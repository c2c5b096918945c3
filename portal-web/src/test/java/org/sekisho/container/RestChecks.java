package org.sekisho.container;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.sekisho.container.regime.Database;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** Calls the REST interface as a program does. */
final class RestChecks {

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Player ciso = Regime.get().own().person(Role.CISO);

    /** Sends one freeze several times without waiting for answers; status and body of each. The key is its reason as well. */
    List<String> freezeAtOnce(String key, int times) {
        String analyst = Regime.get().own().person(Role.ANALYST).email();
        HttpRequest request = post(
                        "/api/v1/freezes", "{\"scope\":{\"person\":\"" + analyst + "\"},\"reason\":\"" + key + "\"}")
                .header("Idempotency-Key", key)
                .build();
        List<CompletableFuture<HttpResponse<String>>> sent = Stream.generate(
                        () -> client.sendAsync(request, BodyHandlers.ofString()))
                .limit(times)
                .toList();
        return sent.stream()
                .map(CompletableFuture::join)
                .map(answer -> answer.statusCode() + " " + answer.body())
                .toList();
    }

    /** How many freezes have this reason. */
    int freezes(String reason) {
        return Database.texts("select id::text from access_freeze where reason = ?", reason)
                .size();
    }

    /** Status and body of what a text is answered. */
    String answer(String path, String text) {
        return client.sendAsync(post(path, text).build(), BodyHandlers.ofString())
                .thenApply(answer -> answer.statusCode() + " " + answer.body())
                .join();
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(portal.resolve(path))
                .header("Authorization", "Bearer " + ciso.token())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
    }
}
