package org.sekisho.ejb.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.domain.shared.Settings;
import org.sekisho.proof.pack.PackTimeStamper;
import org.sekisho.proof.time.TimeException;
import org.sekisho.proof.time.TimeStamp;
import org.sekisho.proof.time.TimeStampRequest;

/** The configured time-stamping authority, asked over HTTP (RFC 3161, section 3.4). */
@ApplicationScoped
public class TimeStampAuthority {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int MOST_BYTES = 1 << 16;
    private static final int DONE = 200;

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    @Inject
    private Settings settings;

    /** Stamps what was signed; empty where no authority is configured. */
    public Optional<PackTimeStamper> stamper() {
        return settings.timeStamps().map(address -> signed -> stamp(address, signed));
    }

    private byte[] stamp(URI address, byte[] file) throws IOException {
        try {
            HttpResponse<InputStream> response = client.send(
                    HttpRequest.newBuilder(address)
                            .timeout(LIMIT)
                            .header("Content-Type", TimeStampRequest.TYPE)
                            .POST(HttpRequest.BodyPublishers.ofByteArray(TimeStampRequest.of(file)))
                            .build(),
                    HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream body = response.body()) {
                byte[] answer = body.readNBytes(MOST_BYTES);
                if (response.statusCode() != DONE) {
                    throw new IOException("The time-stamping authority answers " + response.statusCode());
                }
                TimeStamp.verify(answer, file);
                return answer;
            }
        } catch (TimeException unfit) {
            throw new IOException("The time-stamping authority's answer isn't one", unfit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }
}
