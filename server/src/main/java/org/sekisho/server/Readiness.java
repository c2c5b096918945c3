package org.sekisho.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/** Asks the portal whether it is ready. That it is deployed is not enough. */
final class Readiness {

    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int ANSWER_MILLISECONDS = 10_000;
    private static final int OK = 200;

    /** What the portal says when it will never open on this database. */
    private static final Pattern REFUSED = Pattern.compile("\"refused\"\\s*:\\s*\"?true");

    private static final Pattern OTHER_KEYS = Pattern.compile("\"obstacle\"\\s*:\\s*\"KEYS_DIFFER\"");

    private final URI question;

    Readiness(URI portal) {
        this.question = portal.resolve("/health/ready");
    }

    /**
     * Asks until the answer is 200, or says that it never will be.
     *
     * @param goOn asked before each question; false ends the waiting
     * @return empty when ready, else the last answer or what kept it from coming
     */
    Optional<String> await(Duration limit, BooleanSupplier goOn) throws InterruptedException {
        Deadline deadline = Deadline.in(limit);
        String answer = "";
        while (goOn.getAsBoolean() && !deadline.isOver()) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) question.toURL().openConnection(Proxy.NO_PROXY);
                connection.setConnectTimeout(ANSWER_MILLISECONDS);
                connection.setReadTimeout(ANSWER_MILLISECONDS);
                if (connection.getResponseCode() == OK) {
                    connection.disconnect();
                    return Optional.empty();
                }
                answer = body(connection);
                if (REFUSED.matcher(answer).find()) {
                    return Optional.of(answer);
                }
            } catch (IOException notYet) {
                answer = OneLine.of(notYet);
            }
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        }
        return Optional.of(answer);
    }

    /** Whether an answer says that this node has other keys than the database was written with. */
    static boolean tellsOfOtherKeys(String answer) {
        return OTHER_KEYS.matcher(answer).find();
    }

    private static String body(HttpURLConnection connection) throws IOException {
        try (InputStream body = connection.getErrorStream()) {
            return body == null
                    ? Integer.toString(connection.getResponseCode())
                    : OneLine.of(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
