package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackPlan;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.pack.PackSignature;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.pack.PackWriter;
import org.sekisho.proof.pack.StockTools;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;
import org.sekisho.proof.time.StockAuthority;

/**
 * A pack with all that a pack can hold (records, evidence of several kinds, events with their proofs, a sample, a time-stamp) is refused
 * by the verifier and by stock tools whichever of its bytes is changed, in each of its files. Skipped where openssl is absent.
 */
class ChangedByteTest {

    private static final int EVENTS = 12;
    /** Of a file beside its first, middle and last byte. */
    private static final int MORE_POSITIONS = 5;

    private static final Set<String> SIGNED = Set.of(PackSignature.SIGNED, PackSignature.PATH, PackKey.PATH);

    private final Random random = new Random(20261130);

    @TempDir
    Path folder;

    private Path pack = Path.of("");
    private StockAuthority authority;

    @BeforeEach
    void build() throws IOException {
        authority = new StockAuthority(folder.resolve("tsa"), "EC -pkeyopt ec_paramgen_curve:P-256");
        PopulationList population = SampleFixture.population();
        TrailFixture trail = new TrailFixture(EVENTS, List.of(), List.of(SampleFixture.freezing(population)));
        SignedNote seed = TrailFixture.note(
                TrailFixture.PAIR, new Checkpoint(TrailFixture.ORIGIN, 42, Sha256.digest(new byte[0])));
        trail.put(SampleFixture.FOLDER + PackSamples.POPULATION, population.bytes());
        SampleFixture.put(
                trail,
                population,
                "RANDOM",
                Draw.random(SampleSeed.of(seed.text()), SampleFixture.ID, population, SampleFixture.SIZE),
                seed);
        List<PackEntry> entries = new ArrayList<>(PackFixture.plan().entries());
        trail.files.forEach((path, content) -> {
            if (path.startsWith("data/")) {
                entries.add(PackFixture.entry(path, new String(content, StandardCharsets.UTF_8), true));
            }
        });
        entries.add(PackFixture.entry(
                "data/evidence/training/\u7814\u4fee\u8a18\u9332.csv", "person,day\n1,2026-07-01\n".repeat(500), true));
        entries.add(PackFixture.entry("data/reports/contents.jsonl", "{\"title\":\"x\"}\n".repeat(9_000), false));
        Path zip = folder.resolve("pack.zip");
        try (OutputStream out = Files.newOutputStream(zip)) {
            PackPlan plan = new PackPlan(
                    PackFixture.FOLDER,
                    PackFixture.INFO,
                    entries,
                    Map.of(PackTrail.KEY, new String(trail.get(PackTrail.KEY), StandardCharsets.UTF_8)));
            PackWriter.write(
                    plan,
                    PackFixture.signer(),
                    Optional.of(tagManifest -> authority.stamp(tagManifest, "-sha256")),
                    out,
                    (files, bytes) -> {});
        }
        pack = folder.resolve("unpacked");
        PackFixture.unpack(zip, pack);
        for (Path whole : List.of(zip, pack)) {
            List<CheckResult> results = verify(whole);
            assertEquals(PackVerdict.VERIFIED, PackVerdict.of(results), results.toString());
            assertTrue(results.stream().allMatch(each -> each.outcome() == CheckOutcome.PASSED), results.toString());
        }
    }

    @Test
    void theVerifierRefusesAndNamesTheFile() throws IOException {
        for (Path file : files()) {
            String path = pack.relativize(file).toString().replace('\\', '/');
            byte[] whole = Files.readAllBytes(file);
            for (int at : positions(whole.length)) {
                write(file, whole, at);
                List<CheckResult> results = verify(pack);
                assertTrue(path.equals(PackSignature.TIME_STAMP) || refuses(results, path), path + " " + at + results);
            }
            Files.write(file, whole);
        }
        assertEquals(PackVerdict.VERIFIED, PackVerdict.of(verify(pack)));
    }

    /** What the authority signed, which a stamp holds word for word, can't be changed; what isn't signed in it says nothing. */
    @Test
    void theSignedPartOfTheStampIsCovered() throws IOException {
        Path file = pack.resolve(PackSignature.TIME_STAMP);
        byte[] whole = Files.readAllBytes(file);
        byte[] imprint = Sha256.digest(Files.readAllBytes(pack.resolve(PackSignature.SIGNED)));
        int start = indexOf(whole, imprint);
        for (int at : List.of(start, start + imprint.length / 2, start + imprint.length - 1)) {
            write(file, whole, at);
            assertTrue(refuses(verify(pack), PackSignature.TIME_STAMP), "At " + at);
        }
        // The signature stands at the end.
        write(file, whole, whole.length - 1);
        assertTrue(refuses(verify(pack), PackSignature.TIME_STAMP));
    }

    @Test
    void sha256sumAndOpensslRefuseToo() throws IOException {
        StockTools.assume(pack, "sha256sum", "--version");
        assertEquals(0, stockTools());
        for (Path file : files()) {
            byte[] whole = Files.readAllBytes(file);
            if (whole.length > 0 && !file.endsWith(PackSignature.TIME_STAMP)) {
                write(file, whole, whole.length / 2);
                assertNotEquals(0, stockTools(), file.toString());
                Files.write(file, whole);
            }
        }
        assertEquals(0, stockTools());
    }

    private static boolean refuses(List<CheckResult> results, String path) {
        CheckResult failed = results.stream()
                .filter(each -> each.outcome() == CheckOutcome.FAILED)
                .findFirst()
                .orElse(CheckResult.absent(PackCheck.CONTAINER));
        boolean named = failed.parameters().contains(path);
        // A key, what it signed and its signature fail together.
        return PackVerdict.of(results) == PackVerdict.FAILED
                && (named || SIGNED.contains(path) && failed.check() == PackCheck.SIGNATURE);
    }

    private List<CheckResult> verify(Path what) {
        ExpectedKeys expected = new ExpectedKeys(
                Optional.of(PackFixture.fingerprint()),
                Optional.of(TrailFixture.fingerprint()),
                Optional.of(authority.root()));
        return PackVerifier.verify(what, expected, BagLimits.DEFAULT);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(pack)) {
            List<Path> files = found.filter(Files::isRegularFile).sorted().toList();
            assertTrue(files.size() > EVENTS + 14, files.toString());
            return files;
        }
    }

    private SortedSet<Integer> positions(int length) {
        SortedSet<Integer> positions = new TreeSet<>();
        if (length > 0) {
            positions.addAll(List.of(0, length / 2, length - 1));
            for (int i = 0; i < MORE_POSITIONS; i++) {
                positions.add(random.nextInt(length));
            }
        }
        return positions;
    }

    private void write(Path file, byte[] whole, int at) throws IOException {
        byte[] changed = whole.clone();
        changed[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
        Files.write(file, changed);
    }

    private static int indexOf(byte[] whole, byte[] part) {
        String text = new String(whole, StandardCharsets.ISO_8859_1);
        int found = text.indexOf(new String(part, StandardCharsets.ISO_8859_1));
        assertTrue(found > 0);
        return found;
    }

    /** Steps 1, 2 and 4 of VERIFY.txt. */
    private int stockTools() throws IOException {
        String commands = "sha256sum --check --strict --quiet manifest-sha256.txt tagmanifest-sha256.txt"
                + " && openssl pkeyutl -verify -pubin -inkey keys/pack.pem -rawin -in tagmanifest-sha256.txt"
                + " -sigfile tagmanifest-sha256.txt.sig";
        return StockTools.run(pack, List.of("env", "LC_ALL=C.UTF-8", "sh", "-c", commands));
    }
}
