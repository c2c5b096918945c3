package org.sekisho.proof.verify;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.log.EntryBundle;

/** The leaf of an event: {@code {v,id,time,actor,organisation,act,subject,outcome,details}} as canonical JSON (RFC 8785). */
final class EventLeaf {

    private static final long FORM = 1;
    private static final List<String> TEXTS =
            List.of("id", "time", "actor", "organisation", "act", "subject", "outcome");
    private static final Set<String> MEMBERS =
            Set.of("v", "id", "time", "actor", "organisation", "act", "subject", "outcome", "details");

    /** Lower case only: an identifier is the name of a file too, and two may not be one on any system. */
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private EventLeaf() {}

    /** The event's identifier; empty where the bytes aren't the one canonical text of an event. */
    static Optional<String> id(byte[] leaf) {
        try {
            if (!(JsonReader.read(leaf, EntryBundle.MOST_BYTES) instanceof JsonObject event)
                    || !event.members().keySet().equals(MEMBERS)
                    || event.integer("v") != FORM
                    || !Arrays.equals(CanonicalJson.write(event), leaf)) {
                return Optional.empty();
            }
            TEXTS.forEach(event::string);
            event.object("details");
            return Optional.of(event.string("id")).filter(id -> ID.matcher(id).matches());
        } catch (JsonException malformed) {
            return Optional.empty();
        }
    }
}
