package org.sekisho.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ReadinessTest {

    private static final Duration LIMIT = Duration.ofMinutes(1);

    private final AtomicInteger questions = new AtomicInteger();

    @SuppressWarnings("NullAway.Init")
    private HttpServer server;

    private volatile int readyAfter;
    private volatile String answer = "{\"status\":\"DOWN\"}";

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/health/ready", exchange -> {
            boolean ready = questions.incrementAndGet() > readyAfter;
            byte[] body = answer.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(ready ? 200 : 503, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void asksUntilTheAnswerIsYes() throws InterruptedException {
        readyAfter = 3;
        assertEquals(Optional.empty(), readiness().await(LIMIT, () -> true));
        assertEquals(4, questions.get());
    }

    @Test
    void tellsTheLastAnswerWhenItGivesUp() throws InterruptedException {
        readyAfter = Integer.MAX_VALUE;
        assertEquals(Optional.of("{\"status\":\"DOWN\"}"), readiness().await(LIMIT, () -> questions.get() < 2));
    }

    @Test
    void aPortalThatNeverOpensIsNotWaitedFor() throws InterruptedException {
        readyAfter = Integer.MAX_VALUE;
        answer = "{\"status\":\"DOWN\",\"checks\":[{\"data\":{\"installation\":\"false\",\"refused\":\"true\"}}]}";
        assertEquals(Optional.of(answer), readiness().await(LIMIT, () -> true));
        assertEquals(1, questions.get());
    }

    @Test
    void anAnswerSaysWhetherItIsTheKeys() {
        assertTrue(Readiness.tellsOfOtherKeys("{\"data\":{\"refused\":\"true\",\"obstacle\":\"KEYS_DIFFER\"}}"));
        assertFalse(Readiness.tellsOfOtherKeys("{\"data\":{\"refused\":\"true\",\"obstacle\":\"DATABASE_UNUSABLE\"}}"));
    }

    @Test
    void aServerThatIsNotThereIsNotReady() throws InterruptedException, IOException {
        URI nobody = URI.create("http://127.0.0.1:" + PortCheck.free());
        AtomicInteger asked = new AtomicInteger();
        Optional<String> answer = new Readiness(nobody).await(LIMIT, () -> asked.incrementAndGet() < 3);
        assertTrue(answer.orElseThrow().contains("refused"), answer.toString());
    }

    private Readiness readiness() {
        return new Readiness(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
    }
}
