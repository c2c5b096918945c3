package org.sekisho.proof.verify;

import java.util.Optional;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.log.EntryBundle;
import org.sekisho.proof.pack.PackTrail;

/** What an event of the trail tells of another key, as fingerprints. */
record KeyChange(String before, String now) {

    /** Reads it from a leaf; empty where that isn't an event, or tells of something else. */
    static Optional<KeyChange> of(byte[] leaf) {
        if (EventLeaf.id(leaf).isEmpty()) {
            return Optional.empty();
        }
        try {
            if (JsonReader.read(leaf, EntryBundle.MOST_BYTES) instanceof JsonObject event
                    && event.string("act").equals(PackTrail.KEY_CHANGING)
                    && event.string("outcome").equals("done")) {
                JsonObject details = event.object("details");
                return Optional.of(
                        new KeyChange(details.string(PackTrail.KEY_BEFORE), details.string(PackTrail.KEY_NOW)));
            }
            return Optional.empty();
        } catch (JsonException another) {
            return Optional.empty();
        }
    }
}
