package org.sekisho.persistence.trail;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
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
