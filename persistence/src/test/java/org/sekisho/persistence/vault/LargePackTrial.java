package org.sekisho.persistence.vault;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackPlan;
import org.sekisho.proof.pack.PackSigner;
import org.sekisho.proof.pack.PackWriter;
import org.sekisho.proof.verify.Main;

/**
 * A pack of 20 GiB of evidence in a heap of 64 MiB: built twice, which gives the same bytes, and verified. It takes minutes and 60 GB of disk, and
 * so it runs when it is asked for: {@code mvn verify -pl persistence -am -Dtest=LargePackTrial -Dsurefire.failIfNoSpecifiedTests=false};
 * {@code -Dpack.gib=…} makes another size.
 */
class LargePackTrial {

    private static final int GIBIBYTES = Integer.getInteger("pack.gib", 20);
    private static final int FILE = 256 << 20;
    private static final int BLOCK = 1 << 20;
    private static final String HEAP = "-Xmx64m";

    @TempDir
    private Path folder;

    @Test
    void aLargePackIsBuiltAndVerifiedInASmallHeap() throws Exception {
        List<String> built = run(LargePackTrial.class, folder.toString(), Integer.toString(GIBIBYTES));
        assertEquals(4, built.size(), built::toString);
        assertEquals(built.get(0), built.get(1), "the same plan gives the same bytes");
        assertTrue(Files.size(folder.resolve("pack.zip")) > (long) GIBIBYTES << 30, "all of it is there");
        System.out.println("built in " + built.get(2) + " ms");
        long begun = System.nanoTime();
        run(Main.class, "verify", folder.resolve("pack.zip").toString(), "--key", built.get(3));
        System.out.println("verified in " + (System.nanoTime() - begun) / 1_000_000 + " ms");
    }

    /** What it said, line by line; fails with that if it failed. */
    private List<String> run(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                HEAP,
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        command.addAll(List.of(arguments));
        Path said = folder.resolve("said.txt");
        int exit = new ProcessBuilder(command)
                .redirectOutput(said.toFile())
                .redirectError(folder.resolve("complained.txt").toFile())
                .start()
                .waitFor();
        assertEquals(0, exit, Files.readString(said) + Files.readString(folder.resolve("complained.txt")));
        return Files.readAllLines(said);
    }

    /**
     * Builds in its own process: prints the hashes of both packs, the milliseconds of the second, and the fingerprint of the key.
     *
     * @param arguments folder, gibibytes
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        Path folder = Path.of(arguments[0]);
        UUID bank = Ids.next();
        FileKeyStore keys = new FileKeyStore(folder.resolve("keys"));
        keys.create(bank);
        FileContentStore store = new FileContentStore(keys, folder.resolve("content"));
        PackSigner signer =
                PackSigner.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Place evidence = new Place("evidence_content", Ids.next(), bank);
        Stored file = random(store, evidence);
        List<PackEntry> entries = new ArrayList<>();
        for (long i = 0; i < ((long) Integer.parseInt(arguments[1]) << 30) / FILE; i++) {
            entries.add(new PackEntry(
                    "data/evidence/training/file-" + i,
                    file.sha256(),
                    FILE,
                    OptionalLong.of(file.crc32()),
                    () -> store.open(evidence, file.blob())));
        }
        PackPlan plan = new PackPlan("AUD-1", new BagInfo(List.of()), entries, Map.of());
        Place place = new Place("pack", Ids.next(), bank);
        Stored first = build(store, place, plan, signer);
        System.out.println(first.sha256());
        store.erase(first.blob());
        long begun = System.nanoTime();
        Stored second = build(store, place, plan, signer);
        long took = (System.nanoTime() - begun) / 1_000_000;
        System.out.println(second.sha256());
        System.out.println(took);
        try (InputStream pack = store.open(place, second.blob())) {
            Files.copy(pack, folder.resolve("pack.zip"));
        }
        store.erase(second.blob());
        System.out.println(signer.key().fingerprint());
    }

    private static Stored random(FileContentStore store, Place place) throws IOException {
        Random random = new Random(7);
        byte[] block = new byte[BLOCK];
        try (Writing writing = store.begin(place, FILE)) {
            for (int written = 0; written < FILE; written += BLOCK) {
                random.nextBytes(block);
                writing.write(block);
            }
            return writing.finish();
        }
    }

    private static Stored build(FileContentStore store, Place place, PackPlan plan, PackSigner signer)
            throws IOException {
        try (Writing writing = store.begin(place, Long.MAX_VALUE)) {
            PackWriter.write(plan, signer, writing, (files, done) -> {});
            return writing.finish();
        }
    }
}
