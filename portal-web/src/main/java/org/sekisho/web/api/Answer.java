package org.sekisho.web.api;

import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a resource answers, in a form that can be kept and repeated.
 *
 * @param location what was made, empty where nothing was
 * @param body JSON, empty where there is none
 */
record Answer(int status, String location, String body) {

    private static final Jsonb JSON = JsonbBuilder.create();

    /** Made once: each call of {@link Json} looks through all libraries for who reads and writes it. */
    private static final JsonBuilderFactory BUILDERS = Json.createBuilderFactory(Map.of());

    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    /** Something was made. */
    static Answer created(URI location, Object body) {
        return new Answer(Response.Status.CREATED.getStatusCode(), location.toString(), JSON.toJson(body));
    }

    /** Here it is. */
    static Answer ok(Object body) {
        return of(Response.Status.OK, body);
    }

    static Answer of(Response.Status status, Object body) {
        return new Answer(status.getStatusCode(), "", JSON.toJson(body));
    }

    static String json(Object body) {
        return JSON.toJson(body);
    }

    /** It is done, and there is nothing to say. */
    static Answer done() {
        return new Answer(Response.Status.NO_CONTENT.getStatusCode(), "", "");
    }

    /** As it is kept. */
    String text() {
        return BUILDERS.createObjectBuilder()
                .add("status", status)
                .add("location", location)
                .add("body", body)
                .build()
                .toString();
    }

    /** As it was kept. */
    static Answer read(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject kept = reader.readObject();
            return new Answer(kept.getInt("status"), kept.getString("location"), kept.getString("body"));
        }
    }

    Response response() {
        Response.ResponseBuilder response = Response.status(status);
        if (!location.isEmpty()) {
            response.location(URI.create(location));
        }
        @Nullable String entity = body.isEmpty() ? null : body;
        return entity == null
                ? response.build()
                : response.entity(entity).type(MediaType.APPLICATION_JSON_TYPE).build();
    }
}
