package org.sekisho.container.regime;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Somebody who reads pages in one session, as with a browser: the container's own cookie is sent again, without which it would keep a
 * session for each page that was ever asked for. Several threads may read at once.
 */
public final class PageReader {

    private static final String CONTAINERS = "JSESSIONID=";

    private final HttpClient client;
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final String cookie;
    private final AtomicReference<String> containers = new AtomicReference<>("");

    public PageReader(Player reader, HttpClient client) {
        this.client = client;
        this.cookie = reader.cookie();
    }

    /** Asks for a page by its path. */
    public HttpResponse<String> get(String path) {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(path))
                .header("Cookie", cookie + containers.get())
                .build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            answer.headers().allValues("Set-Cookie").stream()
                    .filter(each -> each.startsWith(CONTAINERS))
                    .forEach(each -> containers.set("; " + each.replaceFirst(";.*", "")));
            return answer;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
