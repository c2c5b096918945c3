package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.Sha256;

class LogWindowTest {

    /** The second place has the event with the greatest id: its first bit is set, and ids are compared without signs. */
    private static final List<UUID> EVENTS = List.of(new UUID(5, 1), new UUID(-1, 0), new UUID(5, 2));

    private final LogWindow window =
            LogWindow.of(7, 10, indices(7, 8, 9), ids(EVENTS)).orElseThrow();

    @Test
    void hashesComeToTheirPlacesWhateverTheOrderOfTheEvents() {
        assertEquals(new UUID(5, 1), window.least());
        assertEquals(new UUID(-1, 0), window.greatest());
        byte[] placed = window.hashes(ids(List.of(new UUID(5, 1), new UUID(5, 2), new UUID(-1, 0))), hashes(1, 3, 2))
                .orElseThrow();
        assertArrayEquals(hashes(1, 2, 3), placed);
    }

    @Test
    void eventsWithoutAPlaceHereArePassedOver() {
        List<UUID> more = List.of(
                new UUID(4, 0), new UUID(5, 1), new UUID(5, 2), new UUID(6, 0), new UUID(-1, 0), new UUID(-1, 1));
        assertArrayEquals(
                hashes(1, 2, 3),
                window.hashes(ids(more), hashes(9, 1, 3, 9, 2, 9)).orElseThrow());
    }

    @Test
    void aMissingEventAndOneThatIsThereTwiceAreNoWindow() {
        assertEquals(Optional.empty(), window.hashes(ids(List.of(new UUID(5, 1), new UUID(-1, 0))), hashes(1, 2)));
        assertEquals(Optional.empty(), window.hashes(ids(List.of(new UUID(5, 1), new UUID(5, 2))), hashes(1, 3)));
        assertEquals(Optional.empty(), window.hashes(new byte[0], new byte[0]));
        assertEquals(
                Optional.empty(),
                window.hashes(
                        ids(List.of(new UUID(5, 1), new UUID(5, 1), new UUID(5, 2), new UUID(-1, 0))),
                        hashes(1, 1, 3, 2)));
        assertEquals(
                Optional.empty(),
                window.hashes(
                        ids(List.of(new UUID(5, 1), new UUID(5, 2), new UUID(-1, 0), new UUID(-1, 0))),
                        hashes(1, 3, 2, 2)));
    }

    @Test
    void aMissingPlaceAndOneThatIsThereTwiceAreNoWindow() {
        assertTrue(LogWindow.of(7, 10, indices(7, 8), ids(EVENTS.subList(0, 2))).isEmpty());
        assertTrue(LogWindow.of(7, 10, indices(7, 7, 9), ids(EVENTS)).isEmpty());
        assertTrue(LogWindow.of(7, 10, indices(7, 8, 9, 9), ids(EVENTS)).isEmpty());
        assertTrue(LogWindow.of(7, 7, new byte[0], new byte[0]).isEmpty());
    }

    @Test
    void anEventWithTwoPlacesIsNoWindow() {
        LogWindow twice = LogWindow.of(0, 2, indices(0, 1), ids(List.of(new UUID(5, 1), new UUID(5, 1))))
                .orElseThrow();
        assertEquals(Optional.empty(), twice.hashes(ids(List.of(new UUID(5, 1))), hashes(1)));
    }

    /** Nearly in the order of the places, the other way round, and in none. */
    @Test
    void eventsInAnyOrderComeToTheirPlaces() {
        List<UUID> ascending =
                IntStream.range(0, 3_000).mapToObj(i -> new UUID(i / 7, i)).toList();
        List<UUID> near = new ArrayList<>(ascending);
        for (int i = 0; i + 9 < near.size(); i += 10) {
            Collections.swap(near, i, i + 9);
        }
        List<UUID> back = new ArrayList<>(ascending);
        Collections.reverse(back);
        List<UUID> shuffled = new ArrayList<>(ascending);
        Collections.shuffle(shuffled, new Random(1));
        for (List<UUID> events : List.of(ascending, near, back, shuffled)) {
            LogWindow of = LogWindow.of(
                            0,
                            events.size(),
                            indices(LongStream.range(0, events.size()).toArray()),
                            ids(events))
                    .orElseThrow();
            assertArrayEquals(
                    ownHashes(events),
                    of.hashes(ids(ascending), ownHashes(ascending)).orElseThrow());
        }
    }

    /** A hash for each that no other has. */
    private static byte[] ownHashes(List<UUID> events) {
        ByteBuffer hashes = ByteBuffer.allocate(events.size() * Sha256.LENGTH);
        events.forEach(each -> hashes.put(Sha256.digest(ids(List.of(each)))));
        return hashes.array();
    }

    private static byte[] indices(long... indices) {
        ByteBuffer bytes = ByteBuffer.allocate(indices.length * Long.BYTES);
        Arrays.stream(indices).forEach(bytes::putLong);
        return bytes.array();
    }

    private static byte[] ids(List<UUID> ids) {
        ByteBuffer bytes = ByteBuffer.allocate(ids.size() * 2 * Long.BYTES);
        ids.forEach(id -> bytes.putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits()));
        return bytes.array();
    }

    /** Hashes of one byte, repeated. */
    private static byte[] hashes(int... bytes) {
        byte[] hashes = new byte[bytes.length * Sha256.LENGTH];
        for (int i = 0; i < bytes.length; i++) {
            Arrays.fill(hashes, i * Sha256.LENGTH, (i + 1) * Sha256.LENGTH, (byte) bytes[i]);
        }
        return hashes;
    }
}
