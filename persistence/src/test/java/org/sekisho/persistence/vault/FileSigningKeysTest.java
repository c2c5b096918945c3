package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.pack.PackSignature;
import org.sekisho.proof.pack.PackSigner;

class FileSigningKeysTest {

    private static final byte[] MESSAGE = "tagmanifest".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void signatureHoldsOnEveryNodeAndAfterARestart() {
        PackSigner signer = new FileSigningKeys(folder).pack();
        PackSigner again = new FileSigningKeys(folder).pack();

        assertEquals(signer.key().fingerprint(), again.key().fingerprint());
        assertTrue(PackSignature.verify(again.key(), MESSAGE, signer.sign(MESSAGE)));
        assertFalse(PackSignature.verify(again.key(), MESSAGE, signer.sign(new byte[0])));
    }

    @Test
    void installationsHaveTheirOwnKeys() {
        assertNotEquals(
                new FileSigningKeys(folder.resolve("a")).pack().key().fingerprint(),
                new FileSigningKeys(folder.resolve("b")).pack().key().fingerprint());
    }

    @Test
    void nodesThatStartAtOnceAgree() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            for (int round = 0; round < 10; round++) {
                Path keys = folder.resolve("round-" + round);
                Callable<String> node =
                        () -> new FileSigningKeys(keys).pack().key().fingerprint();
                String first = "";
                for (Future<String> each : threads.invokeAll(List.of(node, node, node))) {
                    first = first.isEmpty() ? each.get() : first;
                    assertEquals(first, each.get());
                }
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void fileIsForItsOwnerOnly() throws IOException {
        new FileSigningKeys(folder).pack();

        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file())));
    }

    @Test
    void keysThatDoNotBelongTogetherAreNotTaken() throws IOException {
        new FileSigningKeys(folder).pack();
        String mine = Files.readString(file());
        new FileSigningKeys(folder.resolve("other")).pack();
        String other = Files.readString(folder.resolve("other/signing/pack.pem"));
        int split = mine.indexOf("-----BEGIN PUBLIC");

        for (String broken :
                List.of(mine.substring(0, split) + other.substring(split), mine.substring(0, split), "", "x")) {
            Files.writeString(file(), broken);
            assertThrows(IllegalStateException.class, () -> new FileSigningKeys(folder).pack());
        }
    }

    private Path file() {
        return folder.resolve("signing/pack.pem");
    }
}
