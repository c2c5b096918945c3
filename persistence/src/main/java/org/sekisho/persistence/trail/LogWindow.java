package org.sekisho.persistence.trail;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.sekisho.proof.hash.Sha256;

/** Successive places of the log, each with the event that has it, and the way to put hashes that come in the order of events to their places. */
final class LogWindow {

    private static final int ID = 16;
    /** Past how many others a place is moved on average before it is given up. */
    private static final int MOST_MOVES = 64;

    private final byte[] events;
    /** Places by the bytes of their events, as the database orders them. */
    private final int[] ordered;

    private LogWindow(byte[] events) {
        this.events = events;
        this.ordered = ordered(events);
    }

    /** Ids are made in the order of time and so is the log, but for who wrote beside each other: each place has few to move past. */
    private static int[] ordered(byte[] events) {
        int[] places = new int[events.length / ID];
        long moves = (long) MOST_MOVES * places.length;
        for (int place = 0; place < places.length; place++) {
            int at = place;
            while (at > 0 && compare(events, places[at - 1], events, place) > 0) {
                places[at] = places[at - 1];
                at--;
                moves--;
            }
            places[at] = place;
            if (moves < 0) {
                return sorted(events);
            }
        }
        return places;
    }

    /** Whatever order they are in. */
    private static int[] sorted(byte[] events) {
        return IntStream.range(0, events.length / ID)
                .boxed()
                .sorted((one, other) -> compare(events, one, events, other))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Of the places from the first to before another.
     *
     * @param indices of the places that there are, 8 bytes each, ascending
     * @param events that have them, 16 bytes each
     * @return empty unless each of the places is there once
     */
    static Optional<LogWindow> of(long first, long beyond, byte[] indices, byte[] events) {
        if (beyond <= first || indices.length != (beyond - first) * Long.BYTES) {
            return Optional.empty();
        }
        ByteBuffer each = ByteBuffer.wrap(indices);
        for (long index = first; index < beyond; index++) {
            if (each.getLong() != index) {
                return Optional.empty();
            }
        }
        return Optional.of(new LogWindow(events));
    }

    /** The event with the least id. */
    UUID least() {
        return id(ordered[0]);
    }

    /** The event with the greatest id. */
    UUID greatest() {
        return id(ordered[ordered.length - 1]);
    }

    /**
     * The hashes in the order of the places.
     *
     * @param ids of events, 16 bytes each, ascending; those without a place here are passed over
     * @param hashes of the same, 32 bytes each
     * @return empty unless each place has its event once
     */
    Optional<byte[]> hashes(byte[] ids, byte[] hashes) {
        byte[] placed = new byte[ordered.length * Sha256.LENGTH];
        int next = 0;
        for (int i = 0; i < ids.length / ID; i++) {
            int compared = next < ordered.length ? compare(ids, i, events, ordered[next]) : -1;
            if (compared > 0 || next > 0 && compare(ids, i, events, ordered[next - 1]) == 0) {
                return Optional.empty();
            }
            if (compared == 0) {
                System.arraycopy(hashes, i * Sha256.LENGTH, placed, ordered[next] * Sha256.LENGTH, Sha256.LENGTH);
                next++;
            }
        }
        return next == ordered.length ? Optional.of(placed) : Optional.empty();
    }

    private UUID id(int place) {
        ByteBuffer id = ByteBuffer.wrap(events, place * ID, ID);
        return new UUID(id.getLong(), id.getLong());
    }

    private static int compare(byte[] ones, int one, byte[] others, int other) {
        return Arrays.compareUnsigned(ones, one * ID, one * ID + ID, others, other * ID, other * ID + ID);
    }
}
