package org.sekisho.domain.trail.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.domain.trail.log.TrailLogReader.KeyInForce;
import org.sekisho.domain.trail.log.TrailLogReader.ToldKeyChange;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackTrail;

/**
 * How one key of the trail came after another: the event in the log that names both. It says of the earlier key that it was the trail's,
 * and up to where, whether or not its file is still kept.
 *
 * @param earlier the public key before it
 * @param told the event
 */
public record KeyHandOver(PackKey earlier, ToldKeyChange told) {

    /** The word for a key of the trail as the subject of an event. */
    public static final String KIND = "trail-key";

    /**
     * Follows a key back as far as the log tells.
     *
     * @param fingerprint of the key to begin with, the one in force
     * @param keys that ever signed a checkpoint
     * @param told all changes, the latest first
     * @return the steps back, the latest first; they end where no event names the key, or the key before it signed nothing
     */
    public static List<KeyHandOver> back(String fingerprint, List<KeyInForce> keys, List<ToldKeyChange> told) {
        Map<String, PackKey> known = new HashMap<>();
        keys.forEach(key -> known.put(key.fingerprint(), PackKey.of(key.subjectPublicKeyInfo())));
        List<KeyHandOver> steps = new ArrayList<>();
        String now = fingerprint;
        for (ToldKeyChange change : told) {
            Optional<PackKey> earlier = before(change, now).map(known::get);
            if (earlier.isPresent()) {
                steps.add(new KeyHandOver(earlier.get(), change));
                now = earlier.get().fingerprint();
            }
        }
        return steps;
    }

    /** The fingerprint of the key before that one; empty where the event tells of another. */
    private static Optional<String> before(ToldKeyChange change, String now) {
        try {
            if (JsonReader.read(change.leaf()) instanceof JsonObject event) {
                JsonObject details = event.object("details");
                return details.string(PackTrail.KEY_NOW).equals(now)
                        ? Optional.of(details.string(PackTrail.KEY_BEFORE))
                        : Optional.empty();
            }
            return Optional.empty();
        } catch (JsonException another) {
            return Optional.empty();
        }
    }
}
