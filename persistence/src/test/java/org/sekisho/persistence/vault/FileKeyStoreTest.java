package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.vault.KeyStore.Wrapped;
import org.sekisho.domain.vault.VaultError;

class FileKeyStoreTest {

    private static final byte[] DATA_KEY = new byte[32];
    private static final byte[] DATA = {1, 2, 3};

    @TempDir
    private Path folder;

    private final UUID bank = Ids.next();
    private FileKeyStore keys;

    @BeforeEach
    void openStore() {
        keys = new FileKeyStore(folder);
    }

    @Test
    void nodesThatShareTheFolderShareTheKeys() {
        assertEquals(1, keys.create(bank));
        FileKeyStore other = new FileKeyStore(folder);

        Wrapped wrapped = keys.wrap(bank, DATA_KEY, DATA);

        assertEquals(1, other.create(bank), "there is one already");
        assertArrayEquals(DATA_KEY, other.unwrap(bank, wrapped, DATA));
        assertEquals(keys.fingerprint(bank, 1), other.fingerprint(bank, 1));
        assertEquals(2, other.rotate(bank));
        assertEquals(2, keys.wrap(bank, DATA_KEY, DATA).version(), "seen without a restart");
    }

    @Test
    void wrappedKeyOpensUnchangedAndWithItsDataOnly() {
        keys.create(bank);
        UUID other = Ids.next();
        keys.create(other);
        Wrapped wrapped = keys.wrap(bank, DATA_KEY, DATA);
        byte[] changed = wrapped.bytes().clone();
        changed[20] ^= 1;

        assertThrows(SecurityException.class, () -> keys.unwrap(bank, wrapped, new byte[] {1, 2}));
        assertThrows(SecurityException.class, () -> keys.unwrap(other, wrapped, DATA));
        assertThrows(SecurityException.class, () -> keys.unwrap(bank, new Wrapped(1, changed), DATA));
        assertThrows(SecurityException.class, () -> keys.unwrap(bank, new Wrapped(1, new byte[0]), DATA));
        assertRefusal(VaultError.KEY_MISSING, () -> keys.unwrap(bank, new Wrapped(2, wrapped.bytes()), DATA));
    }

    @Test
    void fingerprintsDifferBetweenKeysAndSayNothing() throws IOException {
        UUID other = Ids.next();
        keys.create(bank);
        keys.create(other);
        keys.rotate(bank);

        Set<String> fingerprints =
                Set.of(keys.fingerprint(bank, 1), keys.fingerprint(bank, 2), keys.fingerprint(other, 1));

        assertEquals(3, fingerprints.size());
        for (String each : fingerprints) {
            assertTrue(each.matches("[0-9a-f]{64}"), each);
        }
    }

    @Test
    void keyFilesAreForTheirOwnerOnly() throws IOException {
        keys.create(bank);

        try (Stream<Path> all = Files.walk(folder.resolve("organisations"))) {
            for (Path each : all.toList()) {
                String expected = Files.isDirectory(each) ? "rwx------" : "rw-------";
                assertEquals(
                        expected, PosixFilePermissions.toString(Files.getPosixFilePermissions(each)), each.toString());
            }
        }
    }

    @Test
    void unknownOrganisationHasNoKey() {
        assertRefusal(VaultError.KEY_MISSING, () -> keys.version(bank));
        assertRefusal(VaultError.KEY_MISSING, () -> keys.wrap(bank, DATA_KEY, DATA));
        assertRefusal(VaultError.KEY_MISSING, () -> keys.rotate(bank));
        assertRefusal(VaultError.KEY_MISSING, () -> keys.fingerprint(bank, 1));
        assertEquals(Set.of(), keys.versions(bank));
    }

    @Test
    void destroyedKeyIsGoneOnEveryNodeForGood() throws IOException {
        keys.create(bank);
        keys.rotate(bank);
        FileKeyStore other = new FileKeyStore(folder);
        Wrapped wrapped = other.wrap(bank, DATA_KEY, DATA);

        keys.destroy(bank);
        keys.destroy(bank);

        for (FileKeyStore node : List.of(keys, other, new FileKeyStore(folder))) {
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.unwrap(bank, wrapped, DATA));
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.wrap(bank, DATA_KEY, DATA));
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.create(bank));
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.rotate(bank));
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.version(bank));
            assertRefusal(VaultError.KEY_DESTROYED, () -> node.fingerprint(bank, 1));
            assertEquals(Set.of(), node.versions(bank));
        }
        assertEquals(List.of("destroyed"), names());
    }

    @Test
    void keyWhoseFileWentIsNotUsedFromMemory() throws IOException {
        keys.create(bank);
        Wrapped wrapped = keys.wrap(bank, DATA_KEY, DATA);
        Files.delete(file(1));

        assertRefusal(VaultError.KEY_MISSING, () -> keys.unwrap(bank, wrapped, DATA));
    }

    @Test
    void fileOfAnotherKeyIsNotTaken() throws IOException {
        UUID other = Ids.next();
        keys.create(bank);
        keys.create(other);
        keys.rotate(bank);
        byte[] second = Files.readAllBytes(file(2));
        Files.write(file(1), second);

        assertThrows(IllegalStateException.class, () -> keys.fingerprint(bank, 1));
        Files.writeString(file(1), "{}");
        assertThrows(IllegalStateException.class, () -> keys.fingerprint(bank, 1));
        Files.writeString(file(1), "");
        assertThrows(IllegalStateException.class, () -> keys.fingerprint(bank, 1));
    }

    @Test
    void halfWrittenFileOfAKilledNodeIsNoKey() throws IOException {
        keys.create(bank);
        Files.writeString(file(1).resolveSibling(Ids.next() + ".new"), "{\"key\":");
        Files.writeString(file(1).resolveSibling("02.json"), "{}");

        assertEquals(Set.of(1), keys.versions(bank));
    }

    @Test
    void nodesThatCreateAtOnceAgree() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID organisation = Ids.next();
            Set<String> seen = Set.copyOf(atOnce(() -> {
                FileKeyStore node = new FileKeyStore(folder);
                return node.fingerprint(organisation, node.create(organisation));
            }));
            assertEquals(1, seen.size());
        }
    }

    @Test
    void processesThatCreateAtOnceAgree() throws Exception {
        Set<String> seen = Set.copyOf(atOnce(() -> OtherProcess.run(folder, bank)));

        assertEquals(Set.of(keys.fingerprint(bank, 1)), seen);
        assertEquals(List.of("1.json"), names());
    }

    @Test
    void destructionLeavesNoKeyWhileOthersRotate() throws Exception {
        for (int round = 0; round < 20; round++) {
            UUID organisation = Ids.next();
            keys.create(organisation);
            atOnce(() -> {
                FileKeyStore node = new FileKeyStore(folder);
                try {
                    node.rotate(organisation);
                    node.rotate(organisation);
                    node.destroy(organisation);
                } catch (Refusal refusal) {
                    assertEquals(VaultError.KEY_DESTROYED, refusal.code());
                }
                return "";
            });
            assertEquals(Set.of(), keys.versions(organisation));
            assertRefusal(VaultError.KEY_DESTROYED, () -> keys.version(organisation));
        }
    }

    @Test
    void newKeysAreNewEachTime() {
        keys.create(bank);
        UUID other = Ids.next();
        keys.create(other);

        assertNotEquals(keys.fingerprint(bank, 1), keys.fingerprint(other, 1));
        assertFalse(keys.versions(other).isEmpty());
    }

    private static List<String> atOnce(Callable<String> act) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<String> results = new ArrayList<>();
            for (Future<String> each : threads.invokeAll(List.of(act, act, act))) {
                results.add(each.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }

    private Path file(int version) {
        return folder.resolve("organisations").resolve(bank.toString()).resolve(version + ".json");
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("organisations").resolve(bank.toString()))) {
            return files.map(each -> String.valueOf(each.getFileName())).toList();
        }
    }

    private static void assertRefusal(VaultError code, Executable act) {
        assertEquals(code, assertThrows(Refusal.class, act).code());
    }
}
