package org.sekisho.ejb.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;
import org.sekisho.domain.shared.Settings;
import org.sekisho.proof.pack.PackTimeStamper;

/** The configured time-stamping authority, asked over HTTP. */
@ApplicationScoped
public class TimeStampAuthority {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(LIMIT).build();

    @Inject
    private Settings settings;

    /** Stamps what was signed; empty where no authority is configured. */
    public Optional<PackTimeStamper> stamper() {
        return settings.timeStamps().map(address -> new TimeStampCall(client, address, LIMIT));
    }
}
