package org.sekisho.ejb.document;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.time.StockAuthority;
import org.sekisho.proof.time.TimeAuthority;
import org.sekisho.proof.time.TimeException;
import org.sekisho.proof.time.TimeStamp;
import org.sekisho.proof.time.VerifiedTime;

/** Stamps that are asked for over HTTP, of an authority made of stock openssl and of ones that answer otherwise. */
class TimeStampCallTest {

    private static final byte[] FILE = "what was signed".getBytes(StandardCharsets.UTF_8);
    private static final String QUERY = "application/timestamp-query";
    private static final String REPLY = "application/timestamp-reply";
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(300);

    @TempDir
    private Path folder = Path.of("");

    private final CountDownLatch over = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private Optional<HttpServer> server = Optional.empty();
    private volatile Answering answering = exchange -> {};
    private volatile String askedWith = "";

    @FunctionalInterface
    private interface Answering {
        void answer(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        http.setExecutor(threads);
        http.createContext("/stamp", exchange -> {
            try (exchange) {
                askedWith = exchange.getRequestMethod() + " "
                        + exchange.getRequestHeaders().getFirst("Content-Type");
                answering.answer(exchange);
            }
        });
        http.start();
        server = Optional.of(http);
    }

    @AfterEach
    void stop() {
        over.countDown();
        server.ifPresent(http -> http.stop(0));
        threads.shutdownNow();
    }

    @Test
    void aTokenIsGotAndVerifies() throws IOException, TimeException {
        StockAuthority authority = authority();
        answering = exchange -> answer(
                exchange, 200, REPLY, authority.answer(exchange.getRequestBody().readAllBytes()));
        byte[] token = stamp(LONG);
        assertEquals("POST " + QUERY, askedWith);
        VerifiedTime time = TimeStamp.verify(token, FILE);
        TimeAuthority.read(authority.root()).require(time);
    }

    @Test
    void theTypeMayHaveParametersAndAnyCase() throws IOException {
        StockAuthority authority = authority();
        answering = exchange -> answer(
                exchange,
                200,
                "Application/Timestamp-Reply; charset=binary",
                authority.answer(exchange.getRequestBody().readAllBytes()));
        assertArrayEquals(new byte[] {0x30}, new byte[] {stamp(LONG)[0]});
    }

    @Test
    void aTokenOfAnotherFileIsRefused() throws IOException {
        byte[] other = authority().stamp(new byte[] {1}, "-sha256");
        answering = exchange -> answer(exchange, 200, REPLY, other);
        refused(LONG, "isn't one");
    }

    @Test
    void anotherStatusIsRefused() {
        answering = exchange -> answer(exchange, 503, REPLY, new byte[0]);
        refused(LONG, "503");
        answering = exchange -> answer(exchange, 302, REPLY, new byte[0]);
        refused(LONG, "302");
    }

    @Test
    void anotherTypeIsRefused() throws IOException {
        StockAuthority authority = authority();
        answering = exchange -> answer(
                exchange,
                200,
                "text/html",
                authority.answer(exchange.getRequestBody().readAllBytes()));
        refused(LONG, "text/html");
    }

    @Test
    void anAnswerTooLargeIsRefused() {
        answering = exchange -> answer(exchange, 200, REPLY, new byte[TimeStampCall.MOST_BYTES + 1]);
        refused(LONG, "No answer");
    }

    @Test
    void anAnswerThatDoesNotBeginInTimeIsRefused() {
        answering = exchange -> hold();
        assertTimeoutPreemptively(LONG, () -> refused(SHORT, "No answer"));
    }

    /** Whoever sends the headers and no more would hold the node that builds packs for ever. */
    @Test
    void anAnswerThatDoesNotEndInTimeIsRefused() {
        answering = exchange -> {
            exchange.getResponseHeaders().set("Content-Type", REPLY);
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(0x30);
            exchange.getResponseBody().flush();
            hold();
        };
        assertTimeoutPreemptively(LONG, () -> refused(SHORT, "No answer"));
    }

    @Test
    void whoIsNotThereIsRefused() {
        server.ifPresent(http -> http.stop(0));
        refused(LONG, "No answer");
    }

    private void hold() throws IOException {
        try {
            over.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private StockAuthority authority() throws IOException {
        return new StockAuthority(folder.resolve("tsa"), "EC -pkeyopt ec_paramgen_curve:P-256");
    }

    private static void answer(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }

    private byte[] stamp(Duration limit) throws IOException {
        int port = server.orElseThrow().getAddress().getPort();
        URI address = URI.create("http://127.0.0.1:" + port + "/stamp");
        return new TimeStampCall(HttpClient.newHttpClient(), address, limit).stamp(FILE);
    }

    private void refused(Duration limit, String why) {
        IOException refused = assertThrows(IOException.class, () -> stamp(limit));
        String said = String.valueOf(refused.getMessage());
        assertEquals(why, said.contains(why) ? why : said);
    }
}
