package org.sekisho.server;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.sekisho.proof.json.JsonObject;

/** What somebody outside does with a portal's trail: keeps a checkpoint, and has the verifier look later. */
public final class TrailChecks {

    /** As it is shipped. */
    public static final Path VERIFIER = Path.of("..", "proof", "target", "sekisho-verify.jar");

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private TrailChecks() {}

    /** What an address of the portal holds that needs no sign-in. */
    record Fetched(int status, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Fetched get(DemoPortal portal, String path) {
        try {
            HttpResponse<byte[]> response = CLIENT.send(
                    HttpRequest.newBuilder(portal.url().resolve(path)).build(), BodyHandlers.ofByteArray());
            return new Fetched(response.statusCode(), response.body());
        } catch (IOException unreachable) {
            throw new IllegalStateException(path, unreachable);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    static Fetched checkpoint(DemoPortal portal) {
        return get(portal, "/trail/checkpoint");
    }

    /** Writes the latest checkpoint into a file. */
    public static Path saveCheckpoint(DemoPortal portal, Path file) throws IOException {
        return Files.write(file, checkpoint(portal).bytes());
    }

    /** Whether an event, by its id, is in the log. */
    public static boolean isProven(RestCaller reader, String event) {
        try {
            return reader.call(
                            "GET",
                            "trail/events/" + event + "/proof",
                            JsonObject.builder().build(),
                            Map.of())
                    .isDone();
        } catch (IOException notNow) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The shipped verifier's exit code for a log that was seen before. */
    public static int verify(DemoPortal portal, Path old, String... more) throws IOException, InterruptedException {
        List<String> arguments =
                new ArrayList<>(List.of("verify", "--trail", portal.url() + "/trail", "--from", old.toString()));
        arguments.addAll(List.of(more));
        try (SekishoProcess verifier = SekishoProcess.start(VERIFIER, Map.of(), arguments.toArray(String[]::new))) {
            return verifier.awaitEnd();
        }
    }
}
