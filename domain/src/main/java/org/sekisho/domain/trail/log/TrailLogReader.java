package org.sekisho.domain.trail.log;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.sekisho.proof.log.Tiles;

/** Reads the log over the trail. Hashes, tiles and checkpoints are public; events are as for all readers. */
public interface TrailLogReader {

    /** The latest checkpoint, with what witnesses signed below it; empty before the first. */
    Optional<SignedCheckpoint> latest();

    /** The latest checkpoint that a witness cosigned; empty where none was. */
    Optional<SignedCheckpoint> witnessed();

    /** The checkpoint of this size; empty where none was signed over so many. */
    Optional<SignedCheckpoint> at(long size);

    /** The checkpoint that proves best that so many events are in the log: the latest witnessed one that covers them, else the latest. */
    default Optional<SignedCheckpoint> covering(long size) {
        return witnessed().filter(each -> each.checkpoint().size() >= size).or(this::latest);
    }

    /** The tiles as they are kept; a narrower one is cut from a wider. */
    Tiles tiles();

    /** Where in the log the event stands; empty as long as no checkpoint covers it, or where it isn't the reader's to see. */
    OptionalLong place(UUID event);

    /** Where these events stand; those that no checkpoint covers, or that aren't the reader's to see, are left out. */
    Map<UUID, Long> places(Collection<UUID> events);

    /** The leaves from this index on that the reader may see, in their order. */
    List<byte[]> leaves(long first, int count);

    /** The public keys that signed checkpoints, the latest first. */
    List<KeyInForce> keys();

    /** The events that tell of another key and have a place in the log, the latest first; those that the reader may see. */
    List<ToldKeyChange> keyChanges();

    /**
     * An event that tells of another key.
     *
     * @param index its place in the log
     * @param leaf as it is proven
     */
    record ToldKeyChange(UUID event, long index, byte[] leaf) {}

    /**
     * A key of the log.
     *
     * @param subjectPublicKeyInfo DER (RFC 8410)
     * @param firstSize of the first checkpoint that it signed
     */
    record KeyInForce(String fingerprint, byte[] subjectPublicKeyInfo, long firstSize) {}
}
