package org.sekisho.ejb.assurance;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.domain.assurance.certificate.PackCertificate;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackWriter;
import org.sekisho.proof.pack.StockTools;
import org.sekisho.proof.verify.CheckResult;
import org.sekisho.proof.verify.ExpectedKeys;
import org.sekisho.proof.verify.PackVerdict;
import org.sekisho.proof.verify.PackVerifier;

/** Encrypted packs are decrypted by stock openssl, as the page of packs tells, and verified; skipped where there is no openssl. */
class PackEncryptionTest {

    private static final Instant NOW = Instant.now();
    private static final String PACK = "pack.zip";
    /** Several buffers of openssl and Java, and no whole number of blocks. */
    private static final int LARGE = 3_000_001;

    @TempDir
    Path folder;

    @BeforeEach
    void requireOpenssl() {
        StockTools.assume(folder, "openssl", "version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:3072", "rsa:4096", "P-256", "P-384"})
    void anEncryptedPackIsDecryptedByOpensslAndVerified(String key) throws IOException {
        encrypt(certificate("auditor", key));
        assertEquals(0, decrypt("auditor"));
        List<CheckResult> results = verify();
        assertEquals(PackVerdict.VERIFIED, PackVerdict.of(results), results.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"rsa:3072", "P-256"})
    void anotherKeyDoesNotOpenIt(String key) throws IOException {
        certificate("other", key);
        encrypt(certificate("auditor", key));
        boolean opened = decrypt("other") == 0;
        // Without the right key openssl goes on with a random one (RFC 3218); once in 256 times what comes out ends
        // like something.
        assertFalse(opened && PackVerdict.of(verify()) != PackVerdict.FAILED);
    }

    @Test
    void aChangedByteIsRefusedByOpensslOrByTheVerifier() throws IOException {
        encrypt(certificate("auditor", "P-256"));
        for (String file : List.of(PACK + ".enc", PACK + ".p7m")) {
            byte[] whole = Files.readAllBytes(folder.resolve(file));
            for (int at : new int[] {0, whole.length / 3, whole.length / 2, whole.length - 1}) {
                byte[] changed = whole.clone();
                changed[at] ^= 4;
                Files.write(folder.resolve(file), changed);
                boolean refused = decrypt("auditor") != 0 || PackVerdict.of(verify()) == PackVerdict.FAILED;
                assertTrue(refused, file + " at " + at);
            }
            Files.write(folder.resolve(file), whole);
        }
    }

    @Test
    void eachAttemptHasAKeyOfItsOwn() throws IOException {
        PackCertificate certificate = certificate("auditor", "P-256");
        encrypt(certificate);
        byte[] first = Files.readAllBytes(folder.resolve(PACK + ".enc"));
        encrypt(certificate);
        assertNotEquals(Sha256.hex(first), Sha256.hex(Files.readAllBytes(folder.resolve(PACK + ".enc"))));
        assertEquals(0, decrypt("auditor"));
    }

    @Test
    void whatIsEncryptedIsOneBlockLongerAtMost() throws IOException {
        PackEncryption encryption = new PackEncryption(certificate("auditor", "P-256"));
        Path file = folder.resolve("small");
        try (OutputStream out = encryption.encrypting(Files.newOutputStream(file))) {
            out.write('x');
            out.write(new byte[31], 0, 31);
        }
        assertEquals(48, Files.size(file));
        assertArrayEquals(encryption.envelope().der(), encryption.envelope().der());
    }

    private void encrypt(PackCertificate certificate) throws IOException {
        PackEncryption encryption = new PackEncryption(certificate);
        List<PackEntry> entries = new ArrayList<>(PackFixture.plan().entries());
        entries.add(large());
        try (OutputStream file = new BufferedOutputStream(Files.newOutputStream(folder.resolve(PACK + ".enc")));
                OutputStream out = encryption.encrypting(file)) {
            PackWriter.write(PackFixture.plan(entries), PackFixture.signer(), out, (files, bytes) -> {});
        }
        Files.write(folder.resolve(PACK + ".p7m"), encryption.envelope().der());
    }

    private static PackEntry large() {
        byte[] content = new byte[LARGE];
        CRC32 crc = new CRC32();
        crc.update(content);
        return new PackEntry(
                "data/evidence/large.bin",
                Sha256.hex(content),
                LARGE,
                OptionalLong.of(crc.getValue()),
                () -> new ByteArrayInputStream(content));
    }

    private int decrypt(String name) throws IOException {
        return run(
                "cms",
                "-decrypt",
                "-binary",
                "-inform",
                "DER",
                "-in",
                PACK + ".p7m",
                "-content",
                PACK + ".enc",
                "-recip",
                name + ".crt",
                "-inkey",
                name + ".key",
                "-out",
                PACK);
    }

    private List<CheckResult> verify() {
        return PackVerifier.verify(
                folder.resolve(PACK),
                new ExpectedKeys(Optional.of(PackFixture.fingerprint()), Optional.empty(), Optional.empty()),
                BagLimits.DEFAULT);
    }

    private PackCertificate certificate(String name, String key) throws IOException {
        List<String> command =
                new ArrayList<>(List.of("req", "-x509", "-nodes", "-days", "30", "-subj", "/CN=" + name));
        command.addAll(List.of("-keyout", name + ".key", "-out", name + ".crt", "-newkey"));
        command.addAll(key.startsWith("rsa") ? List.of(key) : List.of("ec", "-pkeyopt", "ec_paramgen_curve:" + key));
        assertEquals(0, run(command.toArray(String[]::new)));
        return PackCertificate.of(Files.readAllBytes(folder.resolve(name + ".crt")), NOW.plusSeconds(60));
    }

    private int run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(arguments));
        return StockTools.run(folder, command);
    }
}
