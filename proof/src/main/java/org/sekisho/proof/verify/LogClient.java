package org.sekisho.proof.verify;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.sekisho.proof.http.BoundedBody;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;
import org.sekisho.proof.note.SignedNote;

/**
 * Asks a log for what it serves (C2SP tlog-tiles, "APIs"). Every answer has a limit in size and time, and redirections aren't followed:
 * whoever is asked answers.
 */
final class LogClient implements Tiles {

    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int KEY_LIMIT = 4 * 1024;
    private static final Duration CONNECTING = Duration.ofSeconds(10);
    private static final Duration ANSWERING = Duration.ofSeconds(30);

    private final String address;
    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(CONNECTING)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** @param address one that {@link #isAddress} takes */
    LogClient(String address) {
        this.address = address.endsWith("/") ? address : address + "/";
    }

    /** Whether it is one to append paths to: http or https, without user, query and fragment. */
    static boolean isAddress(String text) {
        try {
            URI address = new URI(text);
            boolean web = "http".equalsIgnoreCase(address.getScheme()) || "https".equalsIgnoreCase(address.getScheme());
            return web
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    String url(String path) {
        return address + path;
    }

    /** The file with the log's public key. */
    byte[] key() throws UnreachableException {
        return require("key.pem", KEY_LIMIT);
    }

    byte[] checkpoint() throws UnreachableException {
        return require("checkpoint", SignedNote.MOST_BYTES);
    }

    /** A partial tile that the log has given up since stands at the beginning of the full one. */
    @Override
    public byte[] read(Tile tile) throws UnreachableException {
        Tile full = new Tile(tile.level(), tile.index(), Tile.FULL);
        HttpResponse<byte[]> answer = get(tile.path(), tile.length());
        if (answer.statusCode() == NOT_FOUND && !tile.isFull()) {
            byte[] hashes = require(full.path(), full.length());
            return Arrays.copyOf(hashes, Math.min(hashes.length, tile.length()));
        }
        return requireFound(answer, tile.path());
    }

    private byte[] require(String path, int limit) throws UnreachableException {
        return requireFound(get(path, limit), path);
    }

    private byte[] requireFound(HttpResponse<byte[]> answer, String path) throws UnreachableException {
        if (answer.statusCode() != OK) {
            throw new UnreachableException(url(path) + " (HTTP " + answer.statusCode() + ")");
        }
        return answer.body();
    }

    private HttpResponse<byte[]> get(String path, int limit) throws UnreachableException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url(path))).timeout(ANSWERING).build();
        // An error's page may be larger than what was asked for, and is of no use.
        CompletableFuture<HttpResponse<byte[]>> asked =
                http.sendAsync(request, head -> head.statusCode() == OK ? new BoundedBody(limit) : nothing());
        try {
            return asked.get(ANSWERING.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new UnreachableException(url(path) + reason(e));
        } catch (TimeoutException e) {
            throw new UnreachableException(url(path));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnreachableException(url(path));
        } finally {
            asked.cancel(true);
        }
    }

    private static HttpResponse.BodySubscriber<byte[]> nothing() {
        return HttpResponse.BodySubscribers.replacing(new byte[0]);
    }

    private static String reason(ExecutionException failure) {
        return Optional.ofNullable(failure.getCause())
                .filter(IOException.class::isInstance)
                .flatMap(cause -> Optional.ofNullable(cause.getMessage()))
                .map(message -> " (" + message + ")")
                .orElse("");
    }
}
