package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.domain.vault.VaultError;
import org.sekisho.proof.hash.Sha256;

class FileContentStoreTest {

    private static final int SEGMENT = FileContentStore.SEGMENT;
    private static final long LIMIT = 10_000_000;
    /** So large that its ciphertext is written by a thread of its own. */
    private static final int LARGE = 9 * 1024 * 1024 + 1;

    @TempDir
    private Path folder;

    private final UUID bank = Ids.next();
    private final Place place = new Place("evidence_content", Ids.next(), bank);
    private FileKeyStore keys;
    private FileContentStore store;

    @BeforeEach
    void makeStore() {
        keys = new FileKeyStore(folder.resolve("keys"));
        keys.create(bank);
        store = new FileContentStore(keys, content());
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, 100, SEGMENT - 200, SEGMENT - 16, SEGMENT, 2 * SEGMENT, 2 * SEGMENT + 1, 1_000_003, LARGE})
    void contentComesBackWithItsDigests(int size) throws IOException {
        byte[] plain = random(size);

        Stored stored = store(plain);

        CRC32 crc32 = new CRC32();
        crc32.update(plain);
        byte[] sealed = Files.readAllBytes(file(stored));
        assertEquals(new Stored(Sha256.hex(sealed), size, Sha256.hex(plain), crc32.getValue()), stored);
        assertArrayEquals(plain, read(stored, 0));
        assertEquals(List.of(file(stored)), files());
    }

    @Test
    void everySizeAroundTheEndOfASegmentComesBack() throws IOException {
        byte[] plain = random(SEGMENT);
        for (int size = SEGMENT - 140; size < SEGMENT - 90; size++) {
            Stored stored = store(Arrays.copyOf(plain, size));
            assertArrayEquals(Arrays.copyOf(plain, size), read(stored, 0), "size " + size);
            assertEquals(0, read(stored, size).length, "size " + size);
        }
    }

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, SEGMENT - 200, SEGMENT - 100, SEGMENT, SEGMENT + 1, 3 * SEGMENT, 4 * SEGMENT - 1, 4 * SEGMENT
            })
    void contentIsReadFromAnyByteOn(int offset) throws IOException {
        byte[] plain = random(4 * SEGMENT);
        Stored stored = store(plain);

        assertArrayEquals(Arrays.copyOfRange(plain, offset, plain.length), read(stored, offset));
        try (InputStream in = store.open(place, stored.blob(), offset)) {
            assertEquals(offset == plain.length ? -1 : Byte.toUnsignedInt(plain[offset]), in.read());
        }
    }

    @Test
    void noByteIsReadBeyondTheEnd() throws IOException {
        Stored stored = store(random(10));

        assertThrows(IllegalArgumentException.class, () -> store.open(place, stored.blob(), 11));
        assertThrows(IllegalArgumentException.class, () -> store.open(place, stored.blob(), -1));
    }

    @Test
    void piecesOfAnySizeMakeTheSameContent() throws IOException {
        byte[] plain = random(300_000);
        try (Writing writing = store.begin(place, LIMIT)) {
            int at = 0;
            for (int piece = 1; at < plain.length; piece = piece * 3 % 70_001 + 1) {
                int length = Math.min(piece, plain.length - at);
                writing.write(plain, at, length);
                at += length;
            }
            Stored stored = writing.finish();

            assertEquals(Sha256.hex(plain), stored.sha256());
            assertArrayEquals(plain, read(stored, 0));
        }
    }

    @Test
    void folderShowsNoContentAndIsPrivate() throws IOException {
        Stored stored = store("Heap overflow in the settlement gateway".getBytes(StandardCharsets.UTF_8));

        String sealed = Files.readString(file(stored), StandardCharsets.ISO_8859_1);
        assertFalse(sealed.contains("settlement"));
        assertEquals(2, sealed.charAt(0), "format");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file(stored))));
        assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(content())));
    }

    @ParameterizedTest
    @ValueSource(ints = {200_000, LARGE})
    void abandonedFileLeavesNothing(int size) throws IOException {
        try (Writing writing = store.begin(place, LIMIT)) {
            writing.write(random(size));
        }

        assertEquals(List.of(), files());
    }

    @Test
    void limitIsKeptToTheByte() throws IOException {
        try (Writing writing = store.begin(place, 100)) {
            writing.write(random(100));
            assertEquals(100, writing.finish().size());
        }
        try (Writing writing = store.begin(place, 100)) {
            writing.write(random(60));
            Refusal refusal = assertThrows(Refusal.class, () -> writing.write(random(41)));
            assertEquals(VaultError.CONTENT_TOO_LARGE, refusal.code());
            assertEquals(100L, refusal.parameters().get("limit"));
            assertThrows(IllegalStateException.class, () -> writing.write(1));
            assertThrows(IllegalStateException.class, writing::finish);
        }
        assertEquals(1, files().size());
    }

    @Test
    void finishedFileTakesNoMore() throws IOException {
        Writing writing = store.begin(place, LIMIT);
        Stored stored = writing.finish();

        assertThrows(IllegalStateException.class, () -> writing.write(1));
        assertThrows(IllegalStateException.class, writing::finish);
        writing.close();
        assertThrows(IllegalStateException.class, writing::finish);
        assertEquals(0, read(stored, 0).length);
    }

    @Test
    void erasedFileIsMissing() throws IOException {
        Stored stored = store(random(10));
        store.erase(stored.blob());
        store.erase(stored.blob());

        assertEquals(List.of(), files());
        for (String blob : List.of(stored.blob(), "../" + stored.blob(), "", "ab/cd")) {
            Refusal refusal = assertThrows(Refusal.class, () -> store.open(place, blob));
            assertEquals(VaultError.CONTENT_MISSING, refusal.code());
        }
    }

    @Test
    void sweepTakesWhatIsOldAndUnnamedOnly() throws IOException {
        Stored named = store(random(10));
        Stored unnamed = store(random(10));
        Stored young = store(random(10));
        Path killed = Files.writeString(content().resolve("incoming/killed.part"), "x");
        Path foreign = Files.writeString(content().resolve("README"), "x");
        for (Path each : List.of(file(named), file(unnamed), killed, foreign)) {
            Files.setLastModifiedTime(each, FileTime.from(Instant.parse("2026-01-01T00:00:00Z")));
        }
        try (Writing running = store.begin(place, LIMIT)) {
            assertEquals(2, store.sweep(Duration.ofHours(1), named.blob()::equals));
            running.finish();
        }

        assertFalse(Files.exists(killed));
        assertFalse(Files.exists(file(unnamed)));
        for (Stored kept : List.of(named, young)) {
            assertEquals(10, read(kept, 0).length);
        }
        assertEquals(4, files().size());
    }

    @Test
    void filesAreWrittenAndReadAtTheSameTime() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<Boolean>> same = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                byte[] plain = random(150_000 + i);
                Place each = new Place("evidence_content", Ids.next(), bank);
                same.add(threads.submit(() -> {
                    try (Writing writing = store.begin(each, LIMIT)) {
                        writing.write(plain);
                        try (InputStream in = store.open(each, writing.finish().blob())) {
                            return Arrays.equals(plain, in.readAllBytes());
                        }
                    }
                }));
            }
            for (Future<Boolean> each : same) {
                assertEquals(true, each.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void largeFilesStreamThrough() throws IOException {
        byte[] piece = random(1 << 20);
        int pieces = 200;
        Stored stored;
        try (Writing writing = store.begin(place, (long) pieces * piece.length)) {
            for (int i = 0; i < pieces; i++) {
                writing.write(piece);
            }
            stored = writing.finish();
        }

        assertEquals((long) pieces * piece.length, stored.size());
        try (InputStream in = store.open(place, stored.blob())) {
            assertEquals(stored.sha256(), Sha256.hex(in));
        }
        try (InputStream in = store.open(place, stored.blob(), stored.size() - piece.length)) {
            assertArrayEquals(piece, in.readAllBytes());
        }
    }

    private Stored store(byte[] plain) throws IOException {
        try (Writing writing = store.begin(place, LIMIT)) {
            writing.write(plain);
            return writing.finish();
        }
    }

    private byte[] read(Stored stored, long offset) throws IOException {
        try (InputStream in = store.open(place, stored.blob(), offset)) {
            return in.readAllBytes();
        }
    }

    private Path content() {
        return folder.resolve("content");
    }

    private Path file(Stored stored) {
        return content().resolve(stored.blob().substring(0, 2)).resolve(stored.blob());
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(content())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** The same bytes each time, which no compression or cache shortens. */
    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
