package org.sekisho.proof.bag;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.SharedData;

class BagVerifierTest {

    @TempDir
    Path folder;

    @Test
    void aSoundBagPasses() throws IOException {
        VerifiedBag bag = verify(TestBag.valid());
        assertEquals(3, bag.payloadFiles());
        assertEquals(14, bag.payloadBytes());
        assertEquals("a line that goes on", bag.info().find("contact").orElseThrow());
        assertEquals(Set.of(), bag.unlisted());
    }

    @Test
    void aBagInAFolderIsReadAsItStands() throws IOException {
        assertEquals(3, verify(TestBag.valid().writeTo(folder)).payloadFiles());
        Files.writeString(folder.resolve("data/hello.txt"), "hallo\n");
        BagException refused = assertThrows(BagException.class, () -> verify(folder));
        assertEquals(BagProblem.CHECKSUM_DIFFERS, refused.problem());
        assertEquals("data/hello.txt", refused.path());
    }

    static Stream<String> files() {
        return TestBag.valid().files().keySet().stream();
    }

    /** The file that was changed is named, unless a tag manifest was: then what it lists no longer agrees with it. */
    @ParameterizedTest
    @MethodSource("files")
    void oneChangedByteIsFoundInEachFile(String path) {
        byte[] content = TestBag.valid().content(path);
        for (int i = 0; i < content.length; i++) {
            byte[] changed = content.clone();
            changed[i] ^= 1;
            BagException refused = refusal(TestBag.valid().put(path, changed));
            boolean named = refused.path().equals(path) || path.startsWith("tagmanifest-");
            assertTrue(named, path + " at " + i + ": " + refused.getMessage());
        }
        BagException longer = refusal(TestBag.valid().put(path, new String(content, StandardCharsets.UTF_8) + "x"));
        assertTrue(longer.path().equals(path) || path.startsWith("tagmanifest-"), longer.getMessage());
    }

    @ParameterizedTest
    @MethodSource("files")
    void eachMissingFileIsFound(String path) throws IOException {
        if (path.startsWith("tagmanifest-")) {
            assertEquals(3, verify(TestBag.valid().remove(path)).payloadFiles());
        } else {
            assertRefused(BagProblem.MISSING, path, TestBag.valid().remove(path));
        }
    }

    @Test
    void unlistedPayloadIsRefusedAndUnlistedTagFilesAreReported() throws IOException {
        assertRefused(BagProblem.NOT_LISTED, "data/more", TestBag.valid().put("data/more", ""));
        assertEquals(
                Set.of("more.txt"), verify(TestBag.valid().put("more.txt", "")).unlisted());
    }

    @Test
    void payloadHasToStandInEveryManifest() {
        TestBag bag = TestBag.valid();
        String lines = bag.text("manifest-sha512.txt");
        bag.put("manifest-sha512.txt", lines.substring(lines.indexOf('\n') + 1)).listTagFiles();
        assertRefused(BagProblem.NOT_LISTED, "data/hello.txt", bag);
    }

    @Test
    void aTagManifestListsEveryManifest() {
        TestBag bag = TestBag.valid();
        String lines = bag.text("tagmanifest-sha256.txt");
        String fewer = lines.replaceAll("(?m)^.*  manifest-sha512.txt\n", "");
        assertRefused(BagProblem.NOT_LISTED, "manifest-sha512.txt", bag.put("tagmanifest-sha256.txt", fewer));
    }

    @Test
    void payloadOxumHasToAgree() {
        TestBag bag =
                TestBag.valid().put("bag-info.txt", "Payload-Oxum: 14.4\n").listTagFiles();
        assertRefused(BagProblem.PAYLOAD_OXUM_DIFFERS, "bag-info.txt", bag);
        bag.put("bag-info.txt", "Payload-Oxum: 14.3\nPayload-Oxum: 14.3\n").listTagFiles();
        assertRefused(BagProblem.TAG_FILE_MALFORMED, "bag-info.txt", bag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "BagIt-Version: 1.0\n",
                "BagIt-Version : 1.0\nTag-File-Character-Encoding : UTF-8\n",
                "BagIt-Version: 1.0 \nTag-File-Character-Encoding: UTF-8\n",
                "\ufeffBagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n",
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n\n",
                "Tag-File-Character-Encoding: UTF-8\nBagIt-Version: 1.0\n"
            })
    void aMalformedDeclarationIsRefused(String text) {
        TestBag bag = TestBag.valid().put("bagit.txt", text).listTagFiles();
        assertRefused(BagProblem.TAG_FILE_MALFORMED, "bagit.txt", bag);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "BagIt-Version: 0.97\nTag-File-Character-Encoding: UTF-8\n",
                "BagIt-Version: 1.0\nTag-File-Character-Encoding: Shift_JIS\n"
            })
    void otherVersionsAndEncodingsAreRefused(String text) {
        TestBag bag = TestBag.valid().put("bagit.txt", text).listTagFiles();
        assertRefused(BagProblem.UNSUPPORTED, "bagit.txt", bag);
    }

    @Test
    void anyLineEndIsRead() throws IOException {
        TestBag bag = TestBag.valid();
        for (String path : List.of("bagit.txt", "bag-info.txt", "manifest-sha256.txt")) {
            String text = bag.text(path);
            bag.put(path, text.replace("\n", path.equals("bagit.txt") ? "\r" : "\r\n"));
        }
        assertEquals(3, verify(bag.listTagFiles()).payloadFiles());
    }

    @ParameterizedTest
    @ValueSource(strings = {"manifest-md5.txt", "tagmanifest-sha1.txt", "fetch.txt"})
    void whatWouldGoUncheckedIsRefused(String path) {
        assertRefused(BagProblem.UNSUPPORTED, path, TestBag.valid().put(path, ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../outside", "data/../../outside", "/etc/passwd", "data/a%0Ab", "C:/x", "./data/hello.txt"})
    void manifestsDoNotLeadOutOfTheBag(String path) {
        TestBag bag = TestBag.valid().put("manifest-sha256.txt", "0".repeat(64) + "  " + path + "\n");
        assertEquals(BagProblem.UNSAFE_PATH, refusal(bag.listTagFiles()).problem());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "00  data/hello.txt", "  data/hello.txt", "\ufeff", "\n"})
    void malformedManifestsAreRefused(String line) {
        TestBag bag = TestBag.valid().put("manifest-sha256.txt", line + "\n").listTagFiles();
        assertRefused(BagProblem.TAG_FILE_MALFORMED, "manifest-sha256.txt", bag);
    }

    @Test
    void endlessLinesAndBytesThatAreNotUtf8AreRefused() {
        TestBag bag =
                TestBag.valid().put("manifest-sha256.txt", "0".repeat(100_000)).listTagFiles();
        assertRefused(BagProblem.TAG_FILE_MALFORMED, "manifest-sha256.txt", bag);
        bag.put("manifest-sha256.txt", new byte[] {(byte) 0xff}).listTagFiles();
        assertRefused(BagProblem.TAG_FILE_MALFORMED, "manifest-sha256.txt", bag);
    }

    @Test
    void linksAreNotFollowed() throws IOException {
        TestBag.valid().remove("data/hello.txt").writeTo(folder);
        Path outside = Files.writeString(folder.resolveSibling("outside.txt"), "hello\n");
        Files.createSymbolicLink(folder.resolve("data/hello.txt"), outside);
        BagException refused = assertThrows(BagException.class, () -> BagDirectory.open(folder, BagLimits.DEFAULT));
        assertEquals(BagProblem.NOT_A_FILE, refused.problem());
        assertEquals("data/hello.txt", refused.path());
        Files.delete(outside);
    }

    @Test
    void limitsHoldForFoldersToo() {
        TestBag.valid().writeTo(folder);
        BagLimits few = new BagLimits(3, 1 << 20, 100);
        BagLimits small = new BagLimits(100, 20, 100);
        assertEquals(
                BagProblem.TOO_MANY_FILES,
                assertThrows(BagException.class, () -> BagDirectory.open(folder, few))
                        .problem());
        assertEquals(
                BagProblem.TOO_LARGE,
                assertThrows(BagException.class, () -> BagDirectory.open(folder, small))
                        .problem());
    }

    @Test
    void theConformanceSuiteIsJudgedAsItShouldBe() throws IOException {
        Path suite = SharedData.require("bagit/v1.0");
        for (Path bag : children(suite.resolve("valid"))) {
            assertTrue(verify(bag).payloadFiles() > 0, bag.toString());
        }
        for (Path bag : children(suite.resolve("invalid"))) {
            assertThrows(BagException.class, () -> verify(bag), bag.toString());
        }
    }

    private static List<Path> children(Path parent) throws IOException {
        try (Stream<Path> children = Files.list(parent)) {
            return children.sorted().toList();
        }
    }

    private static VerifiedBag verify(TestBag bag) throws IOException {
        return BagVerifier.verify(bag.source(), BagLimits.DEFAULT);
    }

    private static VerifiedBag verify(Path root) throws IOException {
        try (BagSource source = BagDirectory.open(root, BagLimits.DEFAULT)) {
            return BagVerifier.verify(source, BagLimits.DEFAULT);
        }
    }

    private static BagException refusal(TestBag bag) {
        return assertThrows(BagException.class, () -> verify(bag));
    }

    private static void assertRefused(BagProblem problem, String path, TestBag bag) {
        BagException refused = refusal(bag);
        assertEquals(problem, refused.problem(), refused.getMessage());
        assertEquals(path, refused.path());
    }
}
