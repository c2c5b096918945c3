package org.sekisho.domain.trail.log;

import java.util.Optional;
import java.util.UUID;

/**
 * Something in the log that isn't as it was signed.
 *
 * @param first the place where it begins
 * @param last the place where it ends at the latest
 * @param event where one event is concerned
 */
public record Tampering(Kind kind, long first, long last, Optional<UUID> event) {

    /** Where in a line the event stands. */
    private static final int EVENT = 3;

    /** What was done to it. */
    public enum Kind {
        /** The event's bytes are others than those that were signed. */
        EVENT_CHANGED,
        /** The event is gone. */
        EVENT_DELETED,
        /** The place is gone, with its event or without. */
        PLACE_DELETED,
        /** The event stood at another place when it was signed. */
        EVENT_MOVED,
        /** The event was written without the portal: it has no place and doesn't wait for one. */
        EVENT_INSERTED,
        /** What lists, policies and packs read beside the event's bytes isn't what these bytes say. */
        COLUMNS_DIFFER,
        /** A tile holds other hashes than the events make. */
        TILE_CHANGED,
        /** The latest checkpoint isn't signed by the log's key, or not over these events. */
        CHECKPOINT_FORGED,
        /** Places are missing at the end that a checkpoint covers which was given out. */
        TAIL_CUT,
        /** Between two checkpoints that were given out, other events were signed. */
        REWRITTEN
    }

    static Tampering at(Kind kind, long index, UUID event) {
        return new Tampering(kind, index, index, Optional.of(event));
    }

    static Tampering between(Kind kind, long first, long last) {
        return new Tampering(kind, first, last, Optional.empty());
    }

    /** As one line, to be kept. */
    public String line() {
        return kind + " " + first + " " + last + event.map(id -> " " + id).orElse("");
    }

    /**
     * What a line tells.
     *
     * @throws IllegalArgumentException where it isn't one
     */
    public static Tampering parse(String line) {
        String[] parts = line.split(" ");
        if (parts.length < EVENT || parts.length > EVENT + 1) {
            throw new IllegalArgumentException(line);
        }
        Optional<UUID> event = parts.length > EVENT ? Optional.of(UUID.fromString(parts[EVENT])) : Optional.empty();
        return new Tampering(Kind.valueOf(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), event);
    }
}
