package org.sekisho.persistence.vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.shared.Ids;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.proof.bag.BagInfo;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagZip;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackPlan;
import org.sekisho.proof.pack.PackSigner;
import org.sekisho.proof.pack.PackWriter;
import org.sekisho.proof.verify.Main;

/**
 * How fast packs are made and checked, against the stock tools on the same bytes: building – unsealed from the store, hashed, zipped,
 * sealed into the store – against {@code openssl dgst -sha256}; the verifier, with the start of its virtual machine, against
 * {@code sha256sum -c} in the unpacked bag. It prints what is wanted and doesn't fail without it. Runs with {@code mvn verify
 * -Pbenchmark}; {@code -Dpack.mib=…} makes packs of another size.
 */
class PackBenchmark {

    private static final int ROUNDS = Integer.getInteger("rounds", 5);
    private static final long BYTES = Long.getLong("pack.mib", 1024) << 20;
    private static final int SMALL_FILES = 2_000;
    private static final int SMALL = 3_000;
    private static final int LARGE = 32 << 20;
    private static final double BUILD_WANTED = 0.4;
    private static final double VERIFY_WANTED = 1.2;

    @TempDir
    private Path folder;

    private final UUID bank = Ids.next();
    private final Random random = new Random(7);
    private final List<PackEntry> entries = new ArrayList<>();
    private final List<Path> plain = new ArrayList<>();

    private FileContentStore store;
    private PackSigner signer;
    private long bytes;

    @BeforeEach
    void makeEvidence() throws Exception {
        FileKeyStore keys = new FileKeyStore(folder.resolve("keys"));
        keys.create(bank);
        store = new FileContentStore(keys, folder.resolve("content"));
        signer = PackSigner.of(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        Files.createDirectories(folder.resolve("plain"));
        for (int i = 0; i < SMALL_FILES; i++) {
            add("small-" + i, SMALL);
        }
        for (int i = 0; bytes < BYTES; i++) {
            add("large-" + i, LARGE);
        }
    }

    @Test
    void buildingAndVerifyingAgainstStockTools() throws Exception {
        double[] built = new double[ROUNDS];
        double[] hashed = new double[ROUNDS];
        double[] verified = new double[ROUNDS];
        double[] summed = new double[ROUNDS];
        Place place = new Place("pack", Ids.next(), bank);
        Path zip = folder.resolve("pack.zip");
        Stored first = build(place);
        try (InputStream pack = store.open(place, first.blob())) {
            Files.copy(pack, zip);
        }
        Path bag = unpack(zip);
        store.erase(first.blob());
        for (int round = 0; round < ROUNDS; round++) {
            long begun = System.nanoTime();
            Stored stored = build(place);
            built[round] = mebibytesPerSecond(begun);
            store.erase(stored.blob());
            begun = System.nanoTime();
            List<String> openssl = new ArrayList<>(List.of("openssl", "dgst", "-sha256"));
            plain.forEach(file -> openssl.add(file.toString()));
            run(folder, openssl);
            hashed[round] = mebibytesPerSecond(begun);
            begun = System.nanoTime();
            run(folder, verifier(zip));
            verified[round] = seconds(begun);
            begun = System.nanoTime();
            run(bag, List.of("sha256sum", "--quiet", "-c", "manifest-sha256.txt"));
            run(bag, List.of("sha256sum", "--quiet", "-c", "tagmanifest-sha256.txt"));
            summed[round] = seconds(begun);
        }
        System.out.printf(
                Locale.ROOT,
                "pack of %,d MiB built at %.0f MiB/s, openssl dgst -sha256 %.0f MiB/s, ratio %.2f; wanted: at least %.1f%n",
                bytes >> 20,
                median(built),
                median(hashed),
                median(built) / median(hashed),
                BUILD_WANTED);
        System.out.printf(
                Locale.ROOT,
                "pack verified in %.2f s, sha256sum -c %.2f s, ratio %.2f; wanted: at most %.1f%n",
                median(verified),
                median(summed),
                median(verified) / median(summed),
                VERIFY_WANTED);
    }

    private void add(String name, int size) throws IOException {
        byte[] content = new byte[size];
        random.nextBytes(content);
        Place place = new Place("evidence_content", Ids.next(), bank);
        Stored stored;
        try (Writing writing = store.begin(place, size)) {
            writing.write(content);
            stored = writing.finish();
        }
        entries.add(new PackEntry(
                "data/evidence/training/" + name,
                stored.sha256(),
                size,
                OptionalLong.of(stored.crc32()),
                () -> store.open(place, stored.blob())));
        plain.add(Files.write(folder.resolve("plain").resolve(name), content));
        bytes += size;
    }

    private Stored build(Place place) throws IOException {
        List<PackEntry> all = new ArrayList<>(entries);
        byte[] words = "sha256sum -c manifest-sha256.txt\n".getBytes(StandardCharsets.UTF_8);
        all.add(
                0,
                new PackEntry(
                        "data/VERIFY.txt",
                        HexFormat.of().formatHex(Sha256.digest(words)),
                        words.length,
                        OptionalLong.empty(),
                        () -> new ByteArrayInputStream(words)));
        PackPlan plan = new PackPlan("AUD-1", new BagInfo(List.of()), all, Map.of());
        try (Writing writing = store.begin(place, Long.MAX_VALUE)) {
            PackWriter.write(plan, signer, writing, (files, done) -> {});
            return writing.finish();
        }
    }

    private Path unpack(Path zip) throws IOException {
        Path bag = folder.resolve("bag");
        try (BagZip source = BagZip.open(zip, BagLimits.DEFAULT)) {
            for (String path : source.files().keySet()) {
                Path target = bag.resolve(path);
                Files.createDirectories(target.getParent());
                try (InputStream content = source.open(path);
                        OutputStream out = Files.newOutputStream(target)) {
                    content.transferTo(out);
                }
            }
        }
        return bag;
    }

    private List<String> verifier(Path zip) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "verify",
                zip.toString(),
                "--key",
                signer.key().fingerprint());
    }

    private static void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("benchmark", ".txt");
        int exit = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        String said = Files.readString(output);
        Files.delete(output);
        if (exit != 0) {
            throw new AssertionError(command.get(0) + " ended with " + exit + ": " + said);
        }
    }

    private double mebibytesPerSecond(long since) {
        return (bytes >> 20) / seconds(since);
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
