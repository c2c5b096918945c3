package org.sekisho.ejb.document;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.sekisho.proof.http.BoundedCall;
import org.sekisho.proof.pack.PackTimeStamper;
import org.sekisho.proof.time.TimeException;
import org.sekisho.proof.time.TimeStamp;
import org.sekisho.proof.time.TimeStampRequest;

/** Asks one authority for a stamp (RFC 3161, section 3.4). What it answers is taken only as a token of what was asked for, whole and in time. */
final class TimeStampCall implements PackTimeStamper {

    /** Far above any token with its certificates. */
    static final int MOST_BYTES = 1 << 16;

    private static final String REPLY = "application/timestamp-reply";
    private static final int DONE = 200;

    private final HttpClient client;
    private final URI address;
    private final Duration limit;

    /** @param limit until the end of the answer */
    TimeStampCall(HttpClient client, URI address, Duration limit) {
        this.client = client;
        this.address = address;
        this.limit = limit;
    }

    @Override
    public byte[] stamp(byte[] file) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(limit)
                .header("Content-Type", TimeStampRequest.TYPE)
                .POST(HttpRequest.BodyPublishers.ofByteArray(TimeStampRequest.of(file)))
                .build();
        try {
            HttpResponse<byte[]> answer = BoundedCall.send(client, request, MOST_BYTES, limit);
            if (answer.statusCode() != DONE) {
                throw new IOException("The time-stamping authority answers " + answer.statusCode());
            }
            String type = answer.headers().firstValue("Content-Type").orElse("");
            if (!type.split(";", 2)[0].strip().equalsIgnoreCase(REPLY)) {
                throw new IOException("The time-stamping authority answers with " + type);
            }
            TimeStamp.verify(answer.body(), file);
            return answer.body();
        } catch (TimeException unfit) {
            throw new IOException("The time-stamping authority's answer isn't one", unfit);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped", stopped);
        }
    }
}
