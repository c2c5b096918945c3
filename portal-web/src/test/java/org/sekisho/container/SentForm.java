package org.sekisho.container;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.sekisho.container.regime.Player;

/** A form, with a file or without, sent to its page as a browser sends it: the page is opened first, and the fields come before the file. */
final class SentForm {

    private static final String BOUNDARY = "----SentForm7b1d";
    /** What the page itself puts into the form, and before the file. */
    private static final List<String> HIDDEN = List.of("jakarta.faces.ViewState", "primefaces.nonce");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final URI page;
    private final String session;
    private final Map<String, String> fields = new LinkedHashMap<>();

    private SentForm(Player sender, String path) {
        page = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT") + path);
        session = sender.cookie();
    }

    /** Opens a page with the form that has this id. */
    static SentForm open(Player sender, String path, String form) throws IOException, InterruptedException {
        SentForm opened = new SentForm(sender, path);
        HttpResponse<String> answer = opened.client.send(opened.request().build(), BodyHandlers.ofString());
        String body = answer.body();
        int at = Math.max(0, body.indexOf("id=\"" + form + "\""));
        for (String name : HIDDEN) {
            Matcher hidden = Pattern.compile("name=\"" + Pattern.quote(name) + "\"[^>]*value=\"([^\"]*)\"")
                    .matcher(body);
            int file = body.indexOf("type=\"file\"", at);
            if (!hidden.find(at) || file >= 0 && hidden.start() > file) {
                throw new IllegalStateException(answer.statusCode() + " without " + name + ": " + body);
            }
            opened.field(name, hidden.group(1));
        }
        return opened.field(form, form);
    }

    SentForm field(String name, String value) {
        fields.put(name, value);
        return this;
    }

    /** Sends it without a file, each field as it is. */
    HttpResponse<String> sendInParts() throws IOException, InterruptedException {
        HttpRequest sent = request()
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(parts() + "--" + BOUNDARY + "--\r\n"))
                .build();
        return client.send(sent, BodyHandlers.ofString());
    }

    private String parts() {
        StringBuilder parts = new StringBuilder();
        fields.forEach((name, value) -> parts.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                .append(name + "\"\r\n\r\n" + value + "\r\n"));
        return parts.toString();
    }

    /** Sends it with a file of so many bytes, which are read as fast as the portal takes them. */
    CompletableFuture<HttpResponse<String>> send(String fileName, long size, InputStream content) {
        StringBuilder head = new StringBuilder(parts());
        head.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        byte[] before = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] behind = ("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8);
        InputStream body = new SequenceInputStream(Collections.enumeration(
                List.of(new ByteArrayInputStream(before), content, new ByteArrayInputStream(behind))));
        HttpRequest request = request()
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.fromPublisher(
                        BodyPublishers.ofInputStream(() -> body), before.length + size + behind.length))
                .build();
        return client.sendAsync(request, BodyHandlers.ofString());
    }

    /** Sends it without a file. */
    HttpResponse<String> send() throws IOException, InterruptedException {
        return sendEncoded(BodyPublishers.ofString(encoded()));
    }

    /** Likewise, without saying how long it is. */
    HttpResponse<String> sendOfUnknownLength() throws IOException, InterruptedException {
        byte[] body = encoded().getBytes(StandardCharsets.US_ASCII);
        return sendEncoded(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)));
    }

    private HttpResponse<String> sendEncoded(HttpRequest.BodyPublisher body) throws IOException, InterruptedException {
        HttpRequest sent = request()
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(body)
                .build();
        return client.send(sent, BodyHandlers.ofString());
    }

    private String encoded() {
        return fields.entrySet().stream()
                .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder request() {
        return HttpRequest.newBuilder(page).header("Cookie", session);
    }
}
