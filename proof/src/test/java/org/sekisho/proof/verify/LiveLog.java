package org.sekisho.proof.verify;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.sekisho.proof.log.GrowingTree;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.pack.PackKey;

/** A log that is served, to be changed by tests. */
final class LiveLog implements AutoCloseable {

    /** Content by path, below the log's address. */
    final Map<String, byte[]> files = new ConcurrentHashMap<>();

    private final HttpServer server;

    LiveLog() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/trail/", this::answer);
        server.start();
    }

    /** Serves the log of these leaves, signed by the key, and nothing of another. */
    void serve(KeyPair pair, List<byte[]> leaves) throws IOException {
        files.clear();
        files.put("key.pem", PackKey.of(pair.getPublic()).pem().getBytes(StandardCharsets.UTF_8));
        files.put("checkpoint", TrailFixture.note(pair, leaves).bytes());
        Map<Tile, byte[]> tiles = new GrowingTree().add(leaves);
        tiles.forEach((tile, hashes) -> files.put(tile.path(), hashes));
    }

    byte[] get(String path) {
        return files.getOrDefault(path, new byte[0]);
    }

    String address() {
        InetSocketAddress bound = server.getAddress();
        return "http://" + bound.getAddress().getHostAddress() + ":" + bound.getPort() + "/trail";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath().substring("/trail/".length());
            byte[] content = files.get(path);
            if (files.containsKey("moved")) {
                exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/" + path);
                exchange.sendResponseHeaders(302, -1);
            } else if (content == null) {
                exchange.sendResponseHeaders(404, -1);
            } else {
                exchange.sendResponseHeaders(200, content.length == 0 ? -1 : content.length);
                exchange.getResponseBody().write(content);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
