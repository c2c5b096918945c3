package org.sekisho.container;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.sekisho.container.regime.Player;

/** A program that calls REST with one token, or with none. */
final class Program {

    private static final String ROOT = "/api/v1";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final String token;

    Program(Player player) {
        this(player.token());
    }

    /** @param token empty = nobody's */
    Program(String token) {
        this.token = token;
    }

    /** What was answered. */
    record Told(int status, String text, HttpHeaders headers) {

        JsonObject json() {
            try (JsonReader reader = Json.createReader(new StringReader(text))) {
                return reader.readObject();
            }
        }

        /** The stable code of a refusal; empty where it is none. */
        String code() {
            return status < 400 || text.isEmpty() ? "" : json().getString("code", "");
        }

        String header(String name) {
            return headers.firstValue(name).orElse("");
        }

        @Override
        public String toString() {
            return status + " " + text;
        }
    }

    Told get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    Told delete(String path) {
        return send(request(path).DELETE());
    }

    Told post(String path, String body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** Sends a table. */
    Told table(String path, String csv, String... headers) {
        return send(request(path, headers).header("Content-Type", "text/csv").POST(BodyPublishers.ofString(csv)));
    }

    Told patch(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(portal.resolve(ROOT + path));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return headers.length == 0 ? request : request.headers(headers);
    }

    private Told send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Told(answer.statusCode(), answer.body(), answer.headers());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
