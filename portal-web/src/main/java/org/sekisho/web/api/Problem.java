package org.sekisho.web.api;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import org.sekisho.domain.shared.Refusal;

/** A problem document (RFC 9457) with a stable {@code code}. */
final class Problem {

    static final MediaType TYPE = MediaType.valueOf("application/problem+json");

    private static final int UNAUTHORIZED = 401;
    private static final int TOO_LARGE = 413;
    private static final int TOO_MANY = 429;

    /** Made once: each call of {@link Json} looks through all libraries for who writes it. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private Problem() {}

    static Response of(int status, String code, String title, Map<String, ?> parameters) {
        JsonObjectBuilder problem = BUILDERS.createObjectBuilder()
                .add("type", "about:blank")
                .add("title", title)
                .add("status", status)
                .add("code", code);
        if (!parameters.isEmpty()) {
            JsonObjectBuilder details = BUILDERS.createObjectBuilder();
            parameters.forEach((name, value) -> details.add(name, String.valueOf(value)));
            problem.add("parameters", details);
        }
        Response.ResponseBuilder response =
                Response.status(status).type(TYPE).entity(problem.build().toString());
        if (status == UNAUTHORIZED) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (status == TOO_MANY && parameters.containsKey("seconds")) {
            response.header(HttpHeaders.RETRY_AFTER, String.valueOf(parameters.get("seconds")));
        }
        return response.build();
    }

    static int status(Refusal refusal) {
        return switch (refusal.code().kind()) {
            case NOT_FOUND -> 404;
            case FORBIDDEN -> 403;
            case UNAUTHENTICATED -> 401;
            case INVALID -> 422;
            case CONFLICT -> 409;
                // What is too large says how large it may be; what comes too often, when to come again.
            case LIMITED -> refusal.parameters().containsKey("limit") ? TOO_LARGE : TOO_MANY;
            case UNAVAILABLE -> 503;
        };
    }
}
