package org.sekisho.proof.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BagZipTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {ZipEntry.STORED, ZipEntry.DEFLATED})
    void aBagIsReadFromItsOneFolder(int method) throws IOException {
        Path file = write(zip(method, bag()));
        try (BagZip source = BagZip.open(file, BagLimits.DEFAULT)) {
            assertEquals("bag", source.folder());
            assertEquals(3, BagVerifier.verify(source, BagLimits.DEFAULT).payloadFiles());
        }
    }

    @Test
    void foldersMayStandInTheFile() throws IOException {
        Map<String, byte[]> entries = bag();
        entries.put("bag/", new byte[0]);
        entries.put("bag/data/", new byte[0]);
        try (BagZip source = BagZip.open(write(zip(ZipEntry.STORED, entries)), BagLimits.DEFAULT)) {
            assertEquals(TestBag.valid().files().keySet(), source.files().keySet());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNSAFE_PATH, bag/../../outside",
        "UNSAFE_PATH, bag/data/a\\b",
        "UNSAFE_PATH, bag//data",
        "UNSAFE_PATH, bag/data/../",
        "NO_TOP_FOLDER, /etc/passwd",
        "NO_TOP_FOLDER, other/data/a",
        "NO_TOP_FOLDER, loose",
        "COLLIDING_PATH, bag/DATA/hello.txt",
        "COLLIDING_PATH, bag/data/hello.txt/more",
        "COLLIDING_PATH, bag/data/hello.txt/"
    })
    void entriesThatNoBagHoldsAreRefused(BagProblem problem, String name) throws IOException {
        Map<String, byte[]> entries = bag();
        entries.put(name, new byte[0]);
        assertRefused(problem, zip(ZipEntry.STORED, entries));
    }

    @Test
    void oneNameTwiceIsRefused() throws IOException {
        Map<String, byte[]> entries = bag();
        entries.put("bag/data/hellx.txt", "hello\n".getBytes(StandardCharsets.UTF_8));
        assertRefused(BagProblem.COLLIDING_PATH, replace(zip(ZipEntry.STORED, entries), "hellx.txt", "hello.txt"));
    }

    @Test
    void localAndCentralNamesHaveToAgree() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, bag());
        int local = indexOf(zip, "hello.txt", 0);
        zip[local] = 'j';
        assertRefused(BagProblem.ZIP_MALFORMED, zip);
    }

    @Test
    void linksAreRefused() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, bag());
        int central = indexOf(zip, "PK\u0001\u0002", 0);
        zip[central + 5] = 3;
        zip[central + 41] = (byte) 0xA1;
        assertRefused(BagProblem.NOT_A_FILE, zip);
    }

    @Test
    void encryptionAndOtherCompressionAreRefused() throws IOException {
        byte[] encrypted = zip(ZipEntry.STORED, bag());
        encrypted[6] |= 1;
        encrypted[indexOf(encrypted, "PK\u0001\u0002", 0) + 8] |= 1;
        assertRefused(BagProblem.ZIP_UNSUPPORTED, encrypted);
        byte[] bzip2 = zip(ZipEntry.STORED, bag());
        bzip2[8] = 12;
        bzip2[indexOf(bzip2, "PK\u0001\u0002", 0) + 10] = 12;
        assertRefused(BagProblem.ZIP_UNSUPPORTED, bzip2);
    }

    /** What such a name means depends on the program that reads it. */
    @Test
    void namesThatAreNotMarkedAsUtf8AreRefused() throws IOException {
        Map<String, byte[]> entries = bag();
        entries.put("bag/data/\u8a3c\u62e0.txt", new byte[0]);
        String zip = new String(zip(ZipEntry.STORED, entries), StandardCharsets.ISO_8859_1);
        String unmarked = zip.replace("PK\u0003\u0004\n\0\0\b", "PK\u0003\u0004\n\0\0\0")
                .replace("PK\u0001\u0002\n\0\n\0\0\b", "PK\u0001\u0002\n\0\n\0\0\0");
        assertRefused(BagProblem.ZIP_UNSUPPORTED, unmarked.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void nothingMayStandBeforeBetweenOrBehindTheEntries() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, bag());
        assertRefused(BagProblem.ZIP_MALFORMED, join(new byte[100], zip));
        assertRefused(BagProblem.ZIP_MALFORMED, join(zip, new byte[1]));
        assertRefused(BagProblem.ZIP_MALFORMED, join(zip, zip));
        assertRefused(BagProblem.ZIP_MALFORMED, Arrays.copyOf(zip, zip.length - 1));
        assertRefused(BagProblem.ZIP_MALFORMED, Arrays.copyOf(zip, 10));
        assertRefused(BagProblem.ZIP_MALFORMED, new byte[0]);
    }

    /** Ten entries of which each declares 10 MiB and shares the data of the first would be a bomb without a large ratio. */
    @Test
    void entriesMustNotShareData() throws IOException {
        byte[] zip = zip(ZipEntry.STORED, bag());
        int second = indexOf(zip, "PK\u0001\u0002", indexOf(zip, "PK\u0001\u0002", 0) + 4);
        Arrays.fill(zip, second + 42, second + 46, (byte) 0);
        assertRefused(BagProblem.ZIP_MALFORMED, zip);
    }

    @Test
    void bombsAreRefusedBeforeTheyAreUnpacked() throws IOException {
        Map<String, byte[]> entries = bag();
        entries.put("bag/data/zeros", new byte[64 * 1024 * 1024]);
        byte[] zip = zip(ZipEntry.DEFLATED, entries);
        assertTrue(zip.length < 200_000);
        assertRefused(BagProblem.TOO_LARGE, zip);
        Path file = write(zip(ZipEntry.STORED, bag()));
        BagLimits few = new BagLimits(5, 1 << 20, 100);
        BagException refused = assertThrows(BagException.class, () -> BagZip.open(file, few));
        assertEquals(BagProblem.TOO_MANY_FILES, refused.problem());
    }

    /** An entry that unpacks to more than it declares is given up at that point. */
    @Test
    void whatIsUnpackedHasToBeWhatWasDeclared() throws IOException {
        for (int method : new int[] {ZipEntry.STORED, ZipEntry.DEFLATED}) {
            byte[] zip = zip(method, bag());
            Path file = write(zip);
            int refused = 0;
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                for (int i = 0; i < zip.length; i++) {
                    set(bytes, i, zip[i] ^ 4);
                    refused += isRefused(file) ? 1 : 0;
                    set(bytes, i, zip[i]);
                }
            }
            assertTrue(refused > zip.length / 2, refused + " of " + zip.length);
        }
    }

    private static void set(RandomAccessFile bytes, int at, int value) throws IOException {
        bytes.seek(at);
        bytes.write(value);
    }

    /** Whether reading all files is refused; if not, they came out as they were. */
    private static boolean isRefused(Path file) throws IOException {
        try (BagZip source = BagZip.open(file, BagLimits.DEFAULT)) {
            for (String path : source.files().keySet()) {
                try (InputStream content = source.open(path)) {
                    byte[] expected = TestBag.valid().files().getOrDefault(path, new byte[0]);
                    assertTrue(Arrays.equals(expected, content.readAllBytes()), path);
                }
            }
            return false;
        } catch (BagException e) {
            return true;
        }
    }

    private static Map<String, byte[]> bag() {
        Map<String, byte[]> entries = new TreeMap<>();
        TestBag.valid().files().forEach((path, content) -> entries.put("bag/" + path, content));
        return entries;
    }

    static byte[] zip(int method, Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : entries.entrySet()) {
                CRC32 crc = new CRC32();
                crc.update(file.getValue());
                ZipEntry entry = new ZipEntry(file.getKey());
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    entry.setSize(file.getValue().length);
                    entry.setCrc(crc.getValue());
                }
                zip.putNextEntry(entry);
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private Path write(byte[] zip) throws IOException {
        Path file = folder.resolve("bag.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(zip);
        }
        return file;
    }

    private void assertRefused(BagProblem problem, byte[] zip) throws IOException {
        Path file = write(zip);
        BagException refused = assertThrows(
                BagException.class, () -> BagZip.open(file, BagLimits.DEFAULT).close());
        assertEquals(problem, refused.problem(), refused.getMessage());
    }

    private static byte[] join(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }

    private static byte[] replace(byte[] zip, String old, String fresh) {
        String text = new String(zip, StandardCharsets.ISO_8859_1);
        return text.replace(old, fresh).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static int indexOf(byte[] zip, String text, int from) {
        int found = new String(zip, StandardCharsets.ISO_8859_1).indexOf(text, from);
        assertTrue(found >= 0, text);
        return found;
    }
}
