package org.sekisho.proof.pack;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TimeZone;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagVerifier;
import org.sekisho.proof.bag.BagZip;
import org.sekisho.proof.bag.VerifiedBag;
import org.sekisho.proof.hash.Sha256;

class PackWriterTest {

    private static final PackProgress UNTOLD = (files, bytes) -> {};

    @TempDir
    Path folder;

    @Test
    void entriesStandInAFixedOrderUnderOneFolderWithOneTime() throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipFile zip =
                new ZipFile(PackFixture.write(folder.resolve("pack.zip")).toFile())) {
            zip.stream().forEach(entry -> {
                names.add(entry.getName().substring(PackFixture.FOLDER.length() + 1));
                assertEquals("1980-01-01T00:00:02", entry.getTimeLocal().toString());
                boolean deflated = entry.getName().endsWith("agreement.json");
                assertEquals(deflated ? ZipEntry.DEFLATED : ZipEntry.STORED, entry.getMethod());
                assertEquals(0, entry.getExtra() == null ? 0 : entry.getExtra().length);
            });
        }
        assertEquals(
                List.of(
                        "data/VERIFY.txt",
                        "data/agreement/agreement.json",
                        "data/evidence/empty",
                        "bag-info.txt",
                        "bagit.txt",
                        "keys/other.pem",
                        "keys/pack.pem",
                        "manifest-sha256.txt",
                        "tagmanifest-sha256.txt",
                        "tagmanifest-sha256.txt.sig"),
                names);
    }

    @Test
    void theSamePlanGivesTheSameBytesWhateverTheOrderAndTimeZone() throws IOException {
        byte[] first = bytes(PackFixture.plan());
        List<PackEntry> reversed = new ArrayList<>(PackFixture.plan().entries());
        Collections.reverse(reversed);
        TimeZone zone = TimeZone.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Tokyo"));
            assertArrayEquals(first, bytes(PackFixture.plan(reversed)));
        } finally {
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void theBagIsValidAndTheDigestNamesItsContent() throws IOException {
        Path file = folder.resolve("pack.zip");
        byte[] digest;
        try (OutputStream out = Files.newOutputStream(file)) {
            digest = PackWriter.write(PackFixture.plan(), PackFixture.signer(), out, UNTOLD);
        }
        try (BagZip zip = BagZip.open(file, BagLimits.DEFAULT);
                InputStream tagManifest = zip.open("tagmanifest-sha256.txt")) {
            VerifiedBag bag = BagVerifier.verify(zip, BagLimits.DEFAULT);
            assertEquals(3, bag.payloadFiles());
            assertEquals(
                    bag.payloadBytes() + ".3", bag.info().find("Payload-Oxum").orElseThrow());
            assertArrayEquals(digest, Sha256.digest(tagManifest));
        }
    }

    @Test
    void contentThatIsNotWhatThePlanSaysStopsTheWriting() {
        PackEntry sound = PackFixture.entry("data/a", "content", true);
        List<PackEntry> changed = List.of(
                with(sound, sound.sha256(), 6, sound.crc32()),
                with(sound, sound.sha256(), 8, sound.crc32()),
                with(sound, sound.sha256(), 8, OptionalLong.empty()),
                with(sound, "0".repeat(64), 7, sound.crc32()),
                with(sound, "0".repeat(64), 7, OptionalLong.empty()),
                with(sound, sound.sha256(), 7, OptionalLong.of(1)));
        for (PackEntry entry : changed) {
            EntryChangedException refused =
                    assertThrows(EntryChangedException.class, () -> bytes(PackFixture.plan(List.of(entry))));
            assertEquals("data/a", refused.path());
        }
    }

    private static PackEntry with(PackEntry entry, String sha256, long size, OptionalLong crc) {
        return new PackEntry(entry.path(), sha256, size, crc, entry.content());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bagit.txt", "data/../x", "data/a%b", "/data/a", "data/", "keys/a"})
    void pathsThatAToolWouldNotFindAreRefused(String path) {
        assertThrows(IllegalArgumentException.class, () -> PackFixture.entry(path, "", true));
    }

    @Test
    void pathsThatCollideAreRefused() {
        PackPlan plan =
                PackFixture.plan(List.of(PackFixture.entry("data/a", "", true), PackFixture.entry("data/A", "", true)));
        assertThrows(BagException.class, () -> bytes(plan));
    }

    @Test
    void theSignedKeyIsNotReplacedByAnother() {
        Map<String, String> keys = Map.of("keys/pack.pem", "mine");
        assertThrows(
                IllegalArgumentException.class,
                () -> new PackPlan(PackFixture.FOLDER, PackFixture.INFO, List.of(), keys));
    }

    @Test
    void progressIsToldPerFileAndWithinLargeOnes() throws IOException {
        List<String> told = new ArrayList<>();
        PackEntry large = zeros("data/large", 20 * 1024 * 1024);
        PackPlan plan = PackFixture.plan(List.of(large, PackFixture.entry("data/small", "x", true)));
        PackWriter.write(
                plan,
                PackFixture.signer(),
                OutputStream.nullOutputStream(),
                (files, bytes) -> told.add(files + "/" + bytes));
        assertEquals(List.of("0/8388608", "0/16777216", "1/20971520", "2/20971521"), told);
        assertThrows(
                IOException.class,
                () -> PackWriter.write(plan, PackFixture.signer(), OutputStream.nullOutputStream(), (files, bytes) -> {
                    throw new IOException("given up");
                }));
    }

    /** More entries than the 16 bits of a plain ZIP file count. */
    @Test
    void manyFilesMakeAZip64File() throws IOException {
        List<PackEntry> entries = new ArrayList<>();
        for (int i = 0; i < 66_000; i++) {
            entries.add(PackFixture.entry("data/trail/" + i / 1000 + "/" + i, Integer.toString(i), true));
        }
        Path file = folder.resolve("many.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            PackWriter.write(PackFixture.plan(entries), PackFixture.signer(), out, UNTOLD);
        }
        try (BagZip zip = BagZip.open(file, BagLimits.DEFAULT)) {
            assertEquals(66_000, BagVerifier.verify(zip, BagLimits.DEFAULT).payloadFiles());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            assertEquals(66_007, zip.size());
        }
    }

    /** What both threads allocate while 256 MiB are written says that nothing is held. */
    @Test
    void largeFilesTakeConstantMemory() throws IOException {
        long size = 256 * 1024 * 1024;
        List<Zeros> opened = new ArrayList<>();
        PackEntry sound = zeros("data/large", size);
        PackEntry watched = new PackEntry(sound.path(), sound.sha256(), size, sound.crc32(), () -> {
            Zeros zeros = new Zeros(size);
            opened.add(zeros);
            return zeros;
        });
        long before = allocated();
        PackWriter.write(
                PackFixture.plan(List.of(watched)), PackFixture.signer(), OutputStream.nullOutputStream(), UNTOLD);
        long allocated = allocated() - before + opened.get(0).allocated;
        assertTrue(allocated < 16 * 1024 * 1024, allocated + " bytes allocated");
    }

    /** By the thread that asks. */
    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getThreadAllocatedBytes(Thread.currentThread().getId());
    }

    @Test
    void whatASourceThrowsComesOutAsItWasThrown() throws IOException {
        IllegalStateException unchecked = new IllegalStateException("no key");
        IOException checked = new IOException("broken disk");
        PackEntry sound = PackFixture.entry("data/a", "content", true);
        assertSame(
                unchecked,
                assertThrows(
                        IllegalStateException.class,
                        () -> bytes(failing(sound, () -> {
                            throw unchecked;
                        }))));
        assertSame(
                checked,
                assertThrows(
                        IOException.class,
                        () -> bytes(failing(sound, () -> {
                            throw checked;
                        }))));
    }

    private static PackPlan failing(PackEntry sound, PackEntry.Content content) {
        PackEntry failing = new PackEntry("data/b", sound.sha256(), sound.size(), sound.crc32(), content);
        return PackFixture.plan(List.of(sound, failing));
    }

    /** More files than are read ahead, of which the first can't be written. */
    @Test
    void noFileIsOpenAnyMoreWhenThePackCouldNotBeWritten() throws IOException {
        AtomicInteger open = new AtomicInteger();
        List<PackEntry> entries = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            PackEntry zeros = zeros("data/" + i, 1024 * 1024);
            entries.add(new PackEntry(zeros.path(), zeros.sha256(), zeros.size(), zeros.crc32(), () -> {
                open.incrementAndGet();
                return new Zeros(zeros.size()) {
                    @Override
                    public void close() {
                        open.decrementAndGet();
                    }
                };
            }));
        }
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        assertThrows(
                IOException.class,
                () -> PackWriter.write(PackFixture.plan(entries), PackFixture.signer(), full, UNTOLD));
        assertEquals(0, open.get());
    }

    private static PackEntry zeros(String path, long size) throws IOException {
        String digest;
        try (InputStream content = new Zeros(size)) {
            digest = Sha256.hex(content);
        }
        return new PackEntry(path, digest, size, OptionalLong.empty(), () -> new Zeros(size));
    }

    private static byte[] bytes(PackPlan plan) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PackWriter.write(plan, PackFixture.signer(), out, UNTOLD);
        return out.toByteArray();
    }

    /** A stream of zeros that is nowhere held. */
    private static class Zeros extends InputStream {

        private final long atFirst = allocated();
        private long left;
        /** Since the stream was made, by the thread that reads it. */
        private volatile long allocated;

        private Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int read = (int) Math.min(left, length);
            left -= read;
            allocated = allocated() - atFirst;
            return read == 0 ? -1 : read;
        }
    }

    @Test
    void contentIsClosedWhenItWasRead() throws IOException {
        List<String> closed = new ArrayList<>();
        byte[] content = "x".getBytes(StandardCharsets.US_ASCII);
        PackEntry entry = new PackEntry(
                "data/x", Sha256.hex(content), 1, OptionalLong.empty(), () -> new ByteArrayInputStream(content) {
                    @Override
                    public void close() {
                        closed.add("closed");
                    }
                });
        bytes(PackFixture.plan(List.of(entry)));
        assertEquals(List.of("closed"), closed);
    }
}
