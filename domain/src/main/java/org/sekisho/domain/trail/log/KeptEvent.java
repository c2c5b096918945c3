package org.sekisho.domain.trail.log;

import java.time.DateTimeException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.trail.TrailColumns;
import org.sekisho.domain.trail.TrailEvent;
import org.sekisho.domain.trail.TrailEvent.Opening;
import org.sekisho.proof.hash.Commitment;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.json.JsonString;

/**
 * An event as it is kept now: its leaf, and beside it all that people read of it.
 *
 * @param index of its place; empty while it waits for one
 * @param openings what opens its commitments, by the name of the detail; those that were erased are left out
 * @param material the details themselves, where the leaf holds only their hash
 */
public record KeptEvent(
        OptionalLong index,
        UUID event,
        byte[] leaf,
        byte[] leafHash,
        TrailColumns columns,
        Map<String, Opening> openings,
        Optional<byte[]> material) {

    public KeptEvent {
        openings = Map.copyOf(openings);
    }

    /** Whether all that is read beside the leaf is what the leaf says. Whether the leaf is the one that was signed isn't asked here. */
    boolean agrees() {
        try {
            JsonObject said = object(leaf);
            JsonObject inLeaf = said.object("details");
            if (isHash(inLeaf) != material.isPresent()) {
                return false;
            }
            JsonObject details = material.isPresent() ? object(material.get()) : inLeaf;
            return (material.isEmpty() || Sha256.hex(material.get()).equals(inLeaf.string(TrailEvent.SHA256)))
                    && Arrays.equals(leafHash, MerkleHash.leaf(leaf))
                    && columns.equals(TrailColumns.of(said, details))
                    && areOpened(details);
        } catch (JsonException | DateTimeException | IllegalArgumentException noLeaf) {
            return false;
        }
    }

    private static boolean isHash(JsonObject details) {
        return details.members().keySet().equals(Set.of(TrailEvent.SHA256));
    }

    private static JsonObject object(byte[] json) {
        if (JsonReader.read(json, json.length) instanceof JsonObject object) {
            return object;
        }
        throw new IllegalArgumentException("A leaf is an object");
    }

    /** Whether each opening is of one of the commitments. */
    private boolean areOpened(JsonObject details) {
        if (openings.isEmpty()) {
            return true;
        }
        JsonObject commitments = details.object(TrailEvent.COMMITMENTS);
        return openings.entrySet().stream()
                .allMatch(each -> Commitment.verify(
                        each.getValue().key(),
                        HexFormat.of().parseHex(commitments.string(each.getKey())),
                        new JsonString(each.getValue().value())));
    }
}
