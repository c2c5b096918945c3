package org.sekisho.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.sekisho.container.regime.Player;
import org.sekisho.container.regime.Regime;
import org.sekisho.domain.party.Role;

/** Pages open with the cookie of a session on pages, REST with the bearer token of a program's, and neither with the other's. */
final class DoorChecks {

    private static final String COOKIE = "sekisho-session=";

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI portal = URI.create("http://127.0.0.1:" + System.getenv("SEKISHO_PORT"));
    private final Player visitor = Regime.get().own().person(Role.CISO);

    void eachOpensItsOwn() throws IOException, InterruptedException {
        assertEquals(200, page(visitor.cookie()));
        assertEquals(302, page(COOKIE + visitor.token()));
        assertEquals(200, rest(visitor.token()));
        assertEquals(401, rest(visitor.cookie().substring(COOKIE.length())));
    }

    private int page(String cookie) throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(portal.resolve("/home")).header("Cookie", cookie));
    }

    private int rest(String token) throws IOException, InterruptedException {
        return status(HttpRequest.newBuilder(portal.resolve("/api/v1/agreements"))
                .header("Authorization", "Bearer " + token));
    }

    private int status(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.discarding()).statusCode();
    }
}
