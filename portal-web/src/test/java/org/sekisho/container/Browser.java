package org.sekisho.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Player;

/** A browser without scripts: it keeps the cookies that it is given, opens pages, and sends their forms as they are or with other fields. */
final class Browser {

    static final String SESSION = "sekisho-session";
    static final String CONTAINERS = "JSESSIONID";
    static final String BOUNDARY = "boundary-of-a-form";
    static final String STATE = "jakarta.faces.ViewState";
    private static final List<String> HIDDEN = List.of(STATE, "primefaces.nonce");

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Map<String, String> cookies = new TreeMap<>();

    /** Nobody's yet. */
    Browser() {}

    /** Somebody's who is signed in. */
    Browser(Player reader) {
        cookies.put(SESSION, reader.cookie().replaceFirst(".*?=", ""));
    }

    /** What the browser holds under this name; empty where nothing. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return send(request);
    }

    /** What a form of a page holds before anybody fills it in. */
    static Map<String, String> form(HttpResponse<String> page, String id) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put(id, id);
        int at = page.body().indexOf("id=\"" + id + "\"");
        if (at < 0) {
            throw new IllegalStateException(page.statusCode() + " without the form " + id + ": " + page.body());
        }
        for (String name : HIDDEN) {
            Matcher hidden = Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]*value=\"([^\"]*)\"")
                    .matcher(page.body());
            if (hidden.find(at)) {
                fields.put(name, hidden.group(1));
            }
        }
        return fields;
    }

    /** Opens a page, fills its form in and sends it. */
    HttpResponse<String> fill(String path, String form, Map<String, String> filled) {
        Map<String, String> fields = form(get(path), form);
        fields.putAll(filled);
        return post(path, fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a form with a file and doesn't say how long it is. */
    HttpResponse<String> postWithoutLength(String path, String body) {
        return send(HttpRequest.newBuilder(portal.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))));
    }

    /** Asks by a method that isn't one of pages. */
    HttpResponse<String> ask(String method, String path) {
        return send(HttpRequest.newBuilder(portal.resolve(path)).method(method, BodyPublishers.noBody()));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private void keep(String line) {
        String[] named = line.replaceFirst(";.*", "").split("=", 2);
        if (line.contains("Max-Age=0") || named.length < 2 || named[1].isEmpty()) {
            cookies.remove(named[0]);
        } else {
            cookies.put(named[0], named[1]);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
