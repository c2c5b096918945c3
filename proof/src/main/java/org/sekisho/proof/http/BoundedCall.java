package org.sekisho.proof.http;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks somebody who may send too much, or begin to send and never end: the client's own limit of time ends with the headers. */
public final class BoundedCall {

    private BoundedCall() {}

    /**
     * The whole answer.
     *
     * @param mostBytes of its body
     * @param limit until the body's end
     * @throws IOException where there is none, or it is larger or later than that
     */
    public static HttpResponse<byte[]> send(HttpClient client, HttpRequest request, int mostBytes, Duration limit)
            throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<byte[]>> asked = client.sendAsync(request, head -> new BoundedBody(mostBytes));
        try {
            return asked.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException broken) {
            throw new IOException("No answer from " + request.uri(), broken.getCause());
        } catch (TimeoutException late) {
            throw new IOException("No answer from " + request.uri() + " within " + limit, late);
        } finally {
            asked.cancel(true);
        }
    }
}
