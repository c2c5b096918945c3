package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;

/** Somebody who calls the portal's REST interface. */
public final class RestCaller {

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final URI portal;
    private final String token;

    private RestCaller(URI portal, String token) {
        this.portal = portal;
        this.token = token;
    }

    /** Signs in with a demo account. */
    public static RestCaller signIn(DemoPortal portal, String account) throws IOException, InterruptedException {
        JsonObject credentials = JsonObject.builder()
                .put("username", account)
                .put("password", DemoPortal.PASSWORD)
                .build();
        return new RestCaller(
                portal.url(),
                new RestCaller(portal.url(), "")
                        .done("POST", "session", credentials)
                        .string("token"));
    }

    /** What was answered. */
    public record Answer(int status, JsonObject body) {

        public boolean isDone() {
            return status / 100 == 2;
        }
    }

    public JsonObject get(String path) throws IOException, InterruptedException {
        return done("GET", path, JsonObject.builder().build());
    }

    /** Calls, and expects that it is done. */
    public JsonObject post(String path, JsonObject body) throws IOException, InterruptedException {
        return done("POST", path, body);
    }

    /**
     * Calls, and answers whatever came back.
     *
     * @throws IOException when nothing came back: whether it was done isn't known
     */
    public Answer call(String method, String path, JsonObject body, Map<String, String> headers)
            throws IOException, InterruptedException {
        BodyPublisher publisher = method.equals("GET")
                ? HttpRequest.BodyPublishers.noBody()
                : HttpRequest.BodyPublishers.ofString(CanonicalJson.text(body));
        return call(request(path).header("Content-Type", "application/json").method(method, publisher), headers);
    }

    /** Hands a file in, and answers whatever came back. */
    public Answer send(String path, byte[] file, Map<String, String> headers) throws IOException, InterruptedException {
        return call(
                request(path)
                        .header("Content-Type", "application/octet-stream")
                        .POST(HttpRequest.BodyPublishers.ofByteArray(file)),
                headers);
    }

    /** What a caller who writes requests by hand names itself by. */
    public String authorisation() {
        return "Bearer " + token;
    }

    private static Answer call(HttpRequest.Builder request, Map<String, String> headers)
            throws IOException, InterruptedException {
        headers.forEach(request::header);
        HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
        boolean json = response.headers()
                .firstValue("Content-Type")
                .filter(type -> type.contains("json"))
                .isPresent();
        JsonObject answer = json && JsonReader.read(response.body()) instanceof JsonObject object
                ? object
                : JsonObject.builder().build();
        return new Answer(response.statusCode(), answer);
    }

    /** Saves what an address holds. */
    public void download(String path, Path file) throws IOException, InterruptedException {
        int status = CLIENT.send(request(path).GET().build(), BodyHandlers.ofFile(file))
                .statusCode();
        assertTrue(status == 200, path + " answers " + status);
    }

    private JsonObject done(String method, String path, JsonObject body) throws IOException, InterruptedException {
        Answer answer = call(method, path, body, Map.of());
        assertTrue(answer.isDone(), method + " " + path + " answers " + answer);
        return answer.body();
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(portal.resolve("/api/v1/" + path)).timeout(LIMIT);
        return token.isEmpty() ? request : request.header("Authorization", authorisation());
    }
}
