package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;

/** Somebody who can write to the content folder, and to rows, gets no file read that wasn't stored so. */
class SealedFileTamperTest {

    private static final int SEGMENT = FileContentStore.SEGMENT;
    private static final int SEGMENTS = 4;
    private static final int SIZE = SEGMENTS * SEGMENT - 1000;

    @TempDir
    private Path folder;

    private final UUID bank = Ids.next();
    private final UUID otherBank = Ids.next();
    private final Place place = new Place("evidence_content", Ids.next(), bank);
    private final byte[] plain = new byte[SIZE];
    private FileKeyStore keys;
    private FileContentStore store;
    private String blob = "";
    private byte[] sealed = {};

    @BeforeEach
    void storeFile() throws IOException {
        keys = new FileKeyStore(folder.resolve("keys"));
        keys.create(bank);
        keys.create(otherBank);
        store = new FileContentStore(keys, folder);
        new Random(1).nextBytes(plain);
        blob = store(place);
        sealed = Files.readAllBytes(file());
        assertEquals(SEGMENTS, (sealed.length + SEGMENT - 1) / SEGMENT);
    }

    @Test
    void changedByteIsRefused() throws IOException {
        for (int at = 0; at < sealed.length; at += at < 200 ? 1 : 4_001) {
            byte[] changed = sealed.clone();
            changed[at] ^= 0x10;
            if (at >= 1 && at <= 4) {
                put(changed);
                assertEquals(
                        VaultError.KEY_MISSING,
                        assertThrows(Refusal.class, this::readAll).code());
            } else {
                assertBroken(changed, "byte " + at);
            }
        }
    }

    @Test
    void bytesBeforeTheChangeAreRightAndNoneAfterIsHandedOut() throws IOException {
        byte[] changed = sealed.clone();
        changed[2 * SEGMENT + 5] ^= 1;
        put(changed);

        try (InputStream in = store.open(place, blob)) {
            int sound = 2 * SEGMENT - 1000;
            assertArrayEquals(Arrays.copyOf(plain, sound), in.readNBytes(sound));
            assertThrows(SealBroken.class, in::readAllBytes);
        }
        try (InputStream in = store.open(place, blob, 3L * SEGMENT)) {
            assertArrayEquals(
                    Arrays.copyOfRange(plain, 3 * SEGMENT, SIZE), in.readAllBytes(), "a range that isn't touched");
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                4,
                6,
                7,
                30,
                67,
                80,
                106,
                107,
                122,
                123,
                200,
                SEGMENT - 1,
                SEGMENT,
                SEGMENT + 1,
                2 * SEGMENT,
                3 * SEGMENT
            })
    void cutFileIsRefusedBeforeItsFirstByte(int length) throws IOException {
        put(Arrays.copyOf(sealed, length));

        assertThrows(SealBroken.class, () -> store.open(place, blob).close());
    }

    @Test
    void lengthenedFileIsRefusedBeforeItsFirstByte() throws IOException {
        for (int more : new int[] {1, 16, 900, SEGMENT}) {
            put(Arrays.copyOf(sealed, sealed.length + more));
            assertThrows(SealBroken.class, () -> store.open(place, blob).close(), "more " + more);
        }
    }

    @Test
    void segmentsInAnotherOrderAreRefused() throws IOException {
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertBroken(swapped, "swapped");

        byte[] doubled = sealed.clone();
        System.arraycopy(sealed, SEGMENT, doubled, 2 * SEGMENT, SEGMENT);
        assertBroken(doubled, "doubled");

        byte[] left = new byte[sealed.length - SEGMENT];
        System.arraycopy(sealed, 0, left, 0, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, left, SEGMENT, left.length - SEGMENT);
        assertBroken(left, "one left out");
    }

    @Test
    void segmentsOfAnotherFileAreRefused() throws IOException {
        String kept = blob;
        byte[] other = Files.readAllBytes(path(store(place)));
        blob = kept;
        byte[] mixed = sealed.clone();
        System.arraycopy(other, SEGMENT, mixed, SEGMENT, SEGMENT);

        assertBroken(mixed, "a segment of the same content, sealed at another time");
    }

    @Test
    void fileOpensInNoOtherPlace() {
        List<Place> others = List.of(
                new Place("pack", place.id(), bank),
                new Place(place.table(), Ids.next(), bank),
                new Place(place.table(), place.id(), otherBank));

        for (Place other : others) {
            assertThrows(SealBroken.class, () -> store.open(other, blob).close(), other.toString());
        }
    }

    @Test
    void columnIsNoFileAndFileIsNoColumn() throws IOException {
        EnvelopeVault vault = new EnvelopeVault(keys);
        assertThrows(SealBroken.class, () -> vault.open(place, sealed));
        byte[] renamed = sealed.clone();
        renamed[0] = 1;
        assertThrows(SealBroken.class, () -> vault.open(place, renamed));

        byte[] column = vault.seal(place, plain);
        column[0] = 2;
        assertBroken(column, "column");
    }

    @Test
    void destroyedKeyTakesTheFileWithIt() throws IOException {
        assertArrayEquals(plain, readAll());
        keys.destroy(bank);

        assertEquals(
                VaultError.KEY_DESTROYED,
                assertThrows(Refusal.class, this::readAll).code());
        assertEquals(
                VaultError.KEY_DESTROYED,
                assertThrows(Refusal.class, () -> store.begin(place, 1)).code());
    }

    @Test
    void rotatedKeyOpensWhatItSealedBefore() throws IOException {
        keys.rotate(bank);

        assertArrayEquals(plain, readAll());
        assertEquals(2, Files.readAllBytes(path(store(place)))[4], "version in a new file");
    }

    private void assertBroken(byte[] changed, String what) throws IOException {
        put(changed);
        assertThrows(SealBroken.class, this::readAll, what);
    }

    private String store(Place where) throws IOException {
        try (Writing writing = store.begin(where, SIZE)) {
            writing.write(plain);
            return writing.finish().blob();
        }
    }

    private byte[] readAll() throws IOException {
        try (InputStream in = store.open(place, blob)) {
            return in.readAllBytes();
        }
    }

    private void put(byte[] bytes) throws IOException {
        Files.write(file(), bytes);
    }

    private Path file() {
        return path(blob);
    }

    private Path path(String name) {
        return folder.resolve(name.substring(0, 2)).resolve(name);
    }
}
