package org.sekisho.ejb.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.trail.log.ForWitness;
import org.sekisho.domain.trail.log.Witness;

/** Asks a witness to cosign (C2SP tlog-witness). It is waited for as long as {@link #LIMIT}, and believed only what its key signed. */
@ApplicationScoped
class WitnessCalls {

    private static final Logger LOG = Logger.getLogger(WitnessCalls.class.getName());

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16_384;
    private static final int DONE = 200;
    private static final int CONFLICT = 409;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    @Inject
    private WitnessService service;

    private record Answer(int status, String body) {}

    /** Asks for a cosignature of the latest checkpoint, if there is a new one; whether all is as it should be. */
    boolean ask(Witness witness) {
        Optional<ForWitness> request = service.next(witness.name());
        if (request.isEmpty()) {
            return true;
        }
        try {
            Answer answer = post(witness, request.get());
            if (answer.status() == CONFLICT) {
                // The witness remembers another one than we do: it cosigned, and the answer never came.
                request = service.after(size(answer.body()));
                if (request.isEmpty()) {
                    return true;
                }
                answer = post(witness, request.get());
            }
            if (answer.status() != DONE) {
                LOG.log(Level.WARNING, "Witness {0} answers {1}", new Object[] {witness.name(), answer.status()});
                return false;
            }
            return keep(witness, request.get(), answer.body());
        } catch (IOException unreachable) {
            LOG.log(Level.FINE, "Witness " + witness.name() + " can't be reached", unreachable);
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private boolean keep(Witness witness, ForWitness request, String lines) {
        long size = request.size();
        for (String line : lines.split("\n")) {
            if (!line.isEmpty() && service.keep(witness.name(), size, line)) {
                return true;
            }
        }
        LOG.log(Level.WARNING, "Witness {0} answers without a cosignature of its key", witness.name());
        return false;
    }

    private static long size(String body) throws IOException {
        try {
            return Long.parseLong(body.strip());
        } catch (NumberFormatException malformed) {
            throw new IOException("No size: " + body, malformed);
        }
    }

    private Answer post(Witness witness, ForWitness request) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = client.send(
                HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                        .timeout(LIMIT)
                        .POST(HttpRequest.BodyPublishers.ofByteArray(
                                request.request().bytes()))
                        .build(),
                HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return new Answer(response.statusCode(), new String(body.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
        }
    }
}
