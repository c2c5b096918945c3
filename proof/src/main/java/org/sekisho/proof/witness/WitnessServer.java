package org.sekisho.proof.witness;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.sekisho.proof.note.VerifierKey;

/** A witness over HTTP. A proxy before it adds TLS. */
public final class WitnessServer implements Closeable {

    /** Room for a proof, and for a checkpoint with a hundred signatures. */
    static final int MOST_BYTES = 128 * 1024;

    private static final System.Logger LOG = System.getLogger(WitnessServer.class.getName());
    private static final String PATH = "/add-checkpoint";

    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final int STOP_SECONDS = 1;

    private final Witness witness;
    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final CountDownLatch closed = new CountDownLatch(1);

    private WitnessServer(Witness witness, HttpServer server) {
        this.witness = witness;
        this.server = server;
        // What finds no place in the queue is dropped, and its connection closed when its time is over.
        this.threads = new ThreadPoolExecutor(THREADS, THREADS, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(WAITING));
    }

    /**
     * @param contradictions told of what a log sent that doesn't go with what was cosigned
     * @throws WitnessException when it can't start; then nothing is left running
     */
    public static WitnessServer start(WitnessSettings settings, Clock clock, Contradictions contradictions)
            throws WitnessException {
        limit("sun.net.httpserver.maxReqTime", 10);
        limit("sun.net.httpserver.maxRspTime", 10);
        limit("jdk.httpserver.maxConnections", 256);
        Witness witness = Witness.open(settings, clock, contradictions);
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(settings.address(), settings.port()), WAITING);
            WitnessServer server = new WitnessServer(witness, http);
            http.setExecutor(server.threads);
            http.createContext("/", server::answer);
            http.start();
            return server;
        } catch (IOException | RuntimeException e) {
            closeQuietly(witness);
            throw new WitnessException(WitnessProblem.ADDRESS_IN_USE, settings.address() + ":" + settings.port(), e);
        }
    }

    /** The JDK's server reads its limits from system properties, once. Without them a sender that stops sending holds a thread for ever. */
    private static void limit(String property, int value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, String.valueOf(value));
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.getAddress();
    }

    /** The key that cosigns, for those who verify. */
    public VerifierKey verifier() {
        return witness.verifier();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            WitnessAnswer answer = decide(exchange);
            byte[] text = answer.text().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", answer.type());
            if (answer.status() == WitnessAnswer.OTHER_METHOD) {
                exchange.getResponseHeaders().set("Allow", "POST");
            }
            boolean head = exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(answer.status(), head ? -1 : text.length);
            if (!head) {
                exchange.getResponseBody().write(text);
            }
        }
    }

    private WitnessAnswer decide(HttpExchange exchange) throws IOException {
        if (!exchange.getRequestURI().getPath().equals(PATH)) {
            return WitnessAnswer.refused(WitnessAnswer.UNKNOWN, "nothing is here");
        }
        if (!exchange.getRequestMethod().equals("POST")) {
            return WitnessAnswer.refused(WitnessAnswer.OTHER_METHOD, "only POST");
        }
        byte[] body = exchange.getRequestBody().readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            return WitnessAnswer.refused(WitnessAnswer.TOO_LARGE, "more than " + MOST_BYTES + " bytes");
        }
        try {
            return witness.add(body);
        } catch (IOException | RuntimeException e) {
            LOG.log(System.Logger.Level.ERROR, "A checkpoint wasn't cosigned", e);
            return WitnessAnswer.refused(WitnessAnswer.FAILED, "not cosigned");
        }
    }

    /** Waits until it is closed. */
    public void await() throws InterruptedException {
        closed.await();
    }

    /** Answers what was asked already, then stops. */
    @Override
    public void close() {
        server.stop(STOP_SECONDS);
        threads.shutdown();
        closeQuietly(witness);
        closed.countDown();
    }

    private static void closeQuietly(Witness witness) {
        try {
            witness.close();
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The lock on the state couldn't be given back", e);
        }
    }
}
