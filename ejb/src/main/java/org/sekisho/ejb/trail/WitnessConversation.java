package org.sekisho.ejb.trail;

import java.io.IOException;
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
import org.sekisho.domain.trail.log.LogDamage;
import org.sekisho.domain.trail.log.Witness;
import org.sekisho.proof.http.BoundedCall;

/**
 * Asks a witness to cosign (C2SP tlog-witness). It is waited for as long as {@link #LIMIT}, and believed only what its key signed; where it
 * contradicts the log, the alarm is raised until it cosigns again.
 */
final class WitnessConversation {

    private static final Logger LOG = Logger.getLogger(WitnessConversation.class.getName());

    private static final Duration LIMIT = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 16_384;
    private static final int DONE = 200;
    private static final int CONFLICT = 409;
    private static final int UNPROVEN = 422;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    private final Log log;
    private final TrailAlarm alarm;

    WitnessConversation(Log log, TrailAlarm alarm) {
        this.log = log;
        this.alarm = alarm;
    }

    /** Of what a cosignature is asked for, and who keeps it: as {@link WitnessService} says. */
    interface Log {
        Optional<ForWitness> next(String witness);

        Optional<ForWitness> after(long size);

        boolean keep(String witness, long size, String line);
    }

    private record Answer(int status, String body) {}

    /** Asks for a cosignature of the latest checkpoint, if there is a new one; whether all is as it should be. */
    boolean ask(Witness witness) {
        Optional<ForWitness> request = log.next(witness.name());
        if (request.isEmpty()) {
            return true;
        }
        try {
            Answer answer = post(witness, request.get());
            if (answer.status() == CONFLICT) {
                // The witness remembers another one than we do: it cosigned, and the answer never came, or we lost what
                // it has.
                long cosigned = size(answer.body());
                request = log.after(cosigned);
                if (request.isEmpty()) {
                    return contradicted(witness, LogDamage.WITNESS_AHEAD, cosigned);
                }
                answer = post(witness, request.get());
                boolean otherRoot = answer.status() == CONFLICT
                        && request.get().size() == cosigned
                        && size(answer.body()) == cosigned;
                if (otherRoot) {
                    return contradicted(witness, LogDamage.WITNESS_DISAGREES, cosigned);
                }
            }
            if (answer.status() == UNPROVEN) {
                return contradicted(
                        witness,
                        LogDamage.WITNESS_DISAGREES,
                        request.get().request().oldSize());
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

    private boolean contradicted(Witness witness, LogDamage damage, long cosigned) {
        LOG.log(Level.SEVERE, "Witness {0} contradicts the log: {1}, it cosigned {2} entries", new Object[] {
            witness.name(), damage, String.valueOf(cosigned)
        });
        alarm.contradicted(witness.name(), damage);
        return false;
    }

    private boolean keep(Witness witness, ForWitness request, String lines) {
        long size = request.size();
        for (String line : lines.split("\n")) {
            if (!line.isEmpty() && log.keep(witness.name(), size, line)) {
                alarm.agreed(witness.name());
                return true;
            }
        }
        LOG.log(Level.WARNING, "Witness {0} answers without a cosignature of its key", witness.name());
        return false;
    }

    private static long size(String body) throws IOException {
        try {
            long size = Long.parseLong(body.strip());
            if (size >= 0) {
                return size;
            }
        } catch (NumberFormatException malformed) {
            throw new IOException("No size: " + body, malformed);
        }
        throw new IOException("No size: " + body);
    }

    private Answer post(Witness witness, ForWitness request) throws IOException, InterruptedException {
        HttpRequest asked = HttpRequest.newBuilder(URI.create(witness.address() + "/add-checkpoint"))
                .timeout(LIMIT)
                .POST(HttpRequest.BodyPublishers.ofByteArray(request.request().bytes()))
                .build();
        HttpResponse<byte[]> response = BoundedCall.send(client, asked, MOST_BYTES, LIMIT);
        return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
