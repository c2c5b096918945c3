package org.sekisho.proof.pack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.hash.Sha256;

/** A pack is verified by tools that every auditor has; each test is skipped where its tool is absent. */
class StockToolsTest {

    private static final List<String> SUM = List.of("sha256sum", "--check", "--strict", "--quiet");
    private static final List<String> OPENSSL = List.of(
            "openssl",
            "pkeyutl",
            "-verify",
            "-pubin",
            "-inkey",
            PackKey.PATH,
            "-rawin",
            "-in",
            PackSignature.SIGNED,
            "-sigfile",
            PackSignature.PATH);

    @TempDir
    Path folder;

    private Path pack = Path.of("");

    @BeforeEach
    void unpack() throws IOException {
        Path file = PackFixture.write(folder.resolve("pack.zip"));
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path target = folder.resolve(entry.getName());
                Files.createDirectories(target.getParent());
                Files.copy(zip, target);
            }
        }
        pack = folder.resolve(PackFixture.FOLDER);
    }

    @Test
    void sha256sumFindsEachChange() throws IOException {
        assume("sha256sum", "--version");
        assertEquals(0, sum("manifest-sha256.txt"));
        assertEquals(0, sum("tagmanifest-sha256.txt"));
        change("data/VERIFY.txt");
        assertNotEquals(0, sum("manifest-sha256.txt"));
        change("keys/pack.pem");
        assertNotEquals(0, sum("tagmanifest-sha256.txt"));
    }

    @Test
    void opensslFindsAChangedTagManifest() throws IOException {
        assumeOpenssl();
        assertEquals(0, run(OPENSSL));
        change(PackSignature.SIGNED);
        assertNotEquals(0, run(OPENSSL));
    }

    @Test
    void opensslFindsAChangedSignature() throws IOException {
        assumeOpenssl();
        change(PackSignature.PATH);
        assertNotEquals(0, run(OPENSSL));
    }

    /** The fingerprint can be made with openssl too. */
    @Test
    void opensslGivesTheSameFingerprint() throws IOException {
        assumeOpenssl();
        Path der = pack.resolve("key.der");
        assertEquals(
                0,
                run(List.of(
                        "openssl", "pkey", "-pubin", "-in", PackKey.PATH, "-outform", "DER", "-out", der.toString())));
        byte[] key = Files.readAllBytes(der);
        String digest = Base64.getEncoder().withoutPadding().encodeToString(Sha256.digest(key));
        assertEquals(PackFixture.fingerprint(), "SHA256:" + digest);
    }

    /** Run in a UTF-8 locale of their own, so that it doesn't matter what the test itself runs in. */
    @Test
    void unzipGivesJapaneseNamesThatSha256sumFinds() throws IOException {
        assume("unzip", "-v");
        assume("sha256sum", "--version");
        PackPlan plan = PackFixture.plan(List.of(PackFixture.entry("data/\u8a3c\u62e0.txt", "x", true)));
        try (OutputStream out = Files.newOutputStream(folder.resolve("japanese.zip"))) {
            PackWriter.write(plan, PackFixture.signer(), out, (files, bytes) -> {});
        }
        String unzip = "unzip -q ../japanese.zip -d japanese && cd japanese/" + PackFixture.FOLDER;
        String sum = " && sha256sum --check --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt";
        assertEquals(0, run(List.of("env", "LC_ALL=C.UTF-8", "sh", "-c", unzip + sum)));
    }

    private int sum(String manifest) throws IOException {
        List<String> command = new ArrayList<>(SUM);
        command.add(manifest);
        return run(command);
    }

    private void change(String path) throws IOException {
        byte[] content = Files.readAllBytes(pack.resolve(path));
        content[content.length / 2] ^= 1;
        Files.write(pack.resolve(path), content);
    }

    /** Signing a whole message needs -rawin, which came with OpenSSL 3.0. */
    private void assumeOpenssl() throws IOException {
        assume("openssl", "version");
        Path version = pack.resolve("version.txt");
        run(List.of("sh", "-c", "openssl version > version.txt"));
        String text = Files.readString(version, StandardCharsets.UTF_8);
        Assumptions.assumeTrue(text.startsWith("OpenSSL 3"), "openssl is too old: " + text);
    }

    private void assume(String... command) {
        StockTools.assume(pack, command);
    }

    private int run(List<String> command) throws IOException {
        return StockTools.run(pack, command);
    }
}
