package org.sekisho.container.isolation;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.sekisho.container.regime.PageReader;
import org.sekisho.container.regime.Player;

/** Asks the portal over HTTP, as a browser with the session's cookie or as a program with its token. */
final class Web {

    private static final Pattern DUE = Pattern.compile("(<(?:span|time) class=\"due(?: [^\"]*)?\"[^>]*>)[^<]*");
    private static final Pattern SIGNED = Pattern.compile("(class=\"page-about\">)[^<]*[0-9:]+ UTC");

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final PageReader pages;
    private final String token;

    Web(Player visitor) {
        this.pages = new PageReader(visitor, client);
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
        return answer(pages.get(path));
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
            return answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8)));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(response.statusCode(), steady(response.body()));
    }

    /**
     * Without nonces, the state of views, the time of day, what is left of a clock, and how far the trail is signed, which are other ones
     * each time. A page is read thousands of times, so that patterns are left to where they are needed.
     */
    private static String steady(String body) {
        String steady = blank(body, "<dl class=\"summary\" data-live=", "", "</dl>");
        steady = blank(steady, "data-now=\"", "", "\"");
        steady = blank(steady, "csp.init(", "", ")");
        steady = blank(steady, "nonce=\"", "", "\"");
        steady = blank(steady, "\"primefaces.nonce\",\"", "", "\"");
        steady = blank(steady, "name=\"jakarta.faces.ViewState\"", "value=\"", "\"");
        steady = blank(steady, "name=\"primefaces.nonce\"", "value=\"", "\"");
        if (steady.contains(" class=\"due")) {
            steady = DUE.matcher(steady).replaceAll("$1");
        }
        return steady.contains("class=\"page-about\"") ? SIGNED.matcher(steady).replaceAll("$1") : steady;
    }

    /** Leaves out what stands between one mark and another, from the second mark on where there is one. */
    private static String blank(String text, String mark, String then, String end) {
        int found = text.indexOf(mark);
        if (found < 0) {
            return text;
        }
        StringBuilder left = new StringBuilder(text.length());
        int copied = 0;
        while (found >= 0) {
            int from = text.indexOf(then, found + mark.length());
            int to = from < 0 ? -1 : text.indexOf(end, from + then.length());
            if (to < 0) {
                break;
            }
            left.append(text, copied, from + then.length());
            copied = to;
            found = text.indexOf(mark, to);
        }
        return left.append(text, copied, text.length()).toString();
    }
}
