package org.sekisho.container.isolation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.sekisho.container.regime.Player;

/** Asks the portal over HTTP, as a browser with the session's cookie or as a program with its token. */
final class Web {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final String cookie;
    private final String token;

    Web(Player visitor) {
        this.cookie = visitor.cookie();
        this.token = visitor.token();
    }

    /** What came back, without what differs from answer to answer. */
    record Answer(int status, String body) {

        /** The same but for the identifier that was asked for. */
        Answer without(String identifier) {
            return new Answer(status, body.replace(identifier, "…"));
        }

        /** Where the two begin to differ. */
        String difference(Answer other) {
            int at = 0;
            while (at < Math.min(body.length(), other.body.length()) && body.charAt(at) == other.body.charAt(at)) {
                at++;
            }
            int from = Math.max(0, at - 40);
            return body.substring(from, Math.min(body.length(), at + 60)) + " / "
                    + other.body.substring(from, Math.min(other.body.length(), at + 60));
        }

        boolean isDone() {
            return status < 300;
        }
    }

    Answer page(String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)).header("Cookie", cookie));
    }

    Answer rest(String verb, String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(
                        verb,
                        verb.equals("GET") || verb.equals("HEAD") || verb.equals("DELETE")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{\"reason\":\"Doubts\"}")));
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), steady(answer.body()));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Without nonces, the state of views, the time of day, what is left of a clock, and how far the trail is signed, which are other ones each time. */
    private static String steady(String body) {
        return body.replaceAll("(?s)<dl class=\"summary\" data-live=.*?</dl>", "")
                .replaceAll("data-now=\"[^\"]*\"", "")
                .replaceAll("(<(?:span|time) class=\"due(?: [^\"]*)?\"[^>]*>)[^<]*", "$1")
                .replaceAll("(class=\"page-about\">)[^<]*[0-9:]+ UTC", "$1")
                .replaceAll("csp\\.init\\(.[^)]*\\)", "")
                .replaceAll("nonce=\"[^\"]*\"", "")
                .replaceAll("(name=\"(jakarta\\.faces\\.ViewState|primefaces\\.nonce)\"[^>]*value=\")[^\"]*", "$1")
                .replaceAll("(\"primefaces.nonce\",\")[^\"]*", "$1");
    }
}
