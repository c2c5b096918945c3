package org.sekisho.proof.verify;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.log.EntryBundle;
import org.sekisho.proof.pack.PackSamples;

/**
 * What a proven event of the trail tells of the freezing of a population.
 *
 * @param subject the sample, as events name it
 * @param sha256 of the population
 * @param index of the event in the log
 */
record FrozenPopulation(String subject, String sha256, long index) {

    private static final String ACT = "\"act\":\"" + PackSamples.FREEZING + "\"";

    /** Reads it from a leaf that is an event; empty where the event tells of something else. */
    static Optional<FrozenPopulation> of(byte[] leaf, long index) {
        if (!new String(leaf, StandardCharsets.ISO_8859_1).contains(ACT)) {
            return Optional.empty();
        }
        try {
            if (JsonReader.read(leaf, EntryBundle.MOST_BYTES) instanceof JsonObject event
                    && event.string("act").equals(PackSamples.FREEZING)
                    && event.string("outcome").equals("done")) {
                String sha256 = event.object("details").string(PackSamples.FROZEN_SHA256);
                return Optional.of(new FrozenPopulation(event.string("subject"), sha256, index));
            }
            return Optional.empty();
        } catch (JsonException another) {
            return Optional.empty();
        }
    }
}
