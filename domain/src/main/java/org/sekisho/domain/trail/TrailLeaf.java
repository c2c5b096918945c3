package org.sekisho.domain.trail;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonArray;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;
import org.sekisho.proof.json.JsonValue;

/**
 * What a leaf says, read back from its bytes.
 *
 * @param events what happened, in the past tense
 * @param open the other details, by name, as text
 * @param commitments digests of the personal details, by name
 */
public record TrailLeaf(List<String> events, Map<String, String> open, Map<String, String> commitments) {

    public TrailLeaf {
        events = List.copyOf(events);
        open = Map.copyOf(open);
        commitments = new TreeMap<>(commitments);
    }

    /** Reads the bytes of a leaf. */
    public static TrailLeaf read(byte[] leaf) {
        return ofDetails(
                JsonReader.read(leaf) instanceof JsonObject object
                        ? object.object("details")
                        : JsonObject.builder().build());
    }

    /** Reads details that were too large for their leaf. */
    public static TrailLeaf readMaterial(byte[] material) {
        return ofDetails(
                JsonReader.read(material) instanceof JsonObject object
                        ? object
                        : JsonObject.builder().build());
    }

    private static TrailLeaf ofDetails(JsonObject details) {
        Map<String, String> open = new HashMap<>();
        Map<String, String> commitments = new HashMap<>();
        details.members().forEach((name, value) -> {
            if (name.equals(TrailEvent.COMMITMENTS) && value instanceof JsonObject digests) {
                digests.members().forEach((detail, digest) -> commitments.put(detail, text(digest)));
            } else if (!name.equals(TrailEvent.EVENTS)) {
                open.put(name, text(value));
            }
        });
        List<String> events = details.find(TrailEvent.EVENTS).isPresent()
                ? details.array(TrailEvent.EVENTS).strings()
                : List.of();
        return new TrailLeaf(events, open, commitments);
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString string) {
            return string.value();
        }
        return value instanceof JsonArray list ? String.join(",", list.strings()) : CanonicalJson.text(value);
    }
}
