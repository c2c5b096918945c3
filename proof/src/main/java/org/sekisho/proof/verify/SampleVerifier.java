package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.bag.BagSource;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

/**
 * Draws the samples of a pack again: from the population that lies in it, by the checkpoint that lies in it, which has to be signed by the
 * trail's key, or by the key that was in force then. What the trail of the pack tells of the freezing has to agree: the population is that
 * one, and the checkpoint comes after it. A sample of whose freezing it doesn't tell is drawn again and counted as not proven, and so is
 * every one of a pack without a trail, whose seed nobody can be said to have signed.
 */
final class SampleVerifier {

    /** Above any population: 200,000 lines. */
    private static final int POPULATION_LIMIT = 32 * 1024 * 1024;

    /** Above any sample: a note, and 500 items. */
    private static final int SAMPLE_LIMIT = 4 * 1024 * 1024;

    private static final String RANDOM = "RANDOM";
    private static final String STRATIFIED = "STRATIFIED";
    private static final String JUDGEMENTAL = "JUDGEMENTAL";
    private static final String SEED = "seed";

    private final BagSource source;
    private final List<FrozenPopulation> frozen;
    private final Optional<List<KnownKey>> keys;
    private final Set<String> seen = new HashSet<>();
    private long drawn;
    private long proven;

    private SampleVerifier(BagSource source, Optional<VerifiedTrail> trail) {
        this.source = source;
        this.frozen = trail.map(VerifiedTrail::frozen).orElse(List.of());
        this.keys = trail.map(VerifiedTrail::keys);
    }

    /**
     * @param trail as it was verified
     * @return what was verified; empty where the pack has no samples
     * @throws SampleException naming the file of the first sample that fails
     */
    static Optional<VerifiedSamples> verify(BagSource source, Optional<VerifiedTrail> trail) throws IOException {
        Set<String> folders = new TreeSet<>();
        for (String path : source.files().tailMap(PackSamples.FOLDER).keySet()) {
            if (!path.startsWith(PackSamples.FOLDER)) {
                break;
            }
            folders.add(folder(path));
        }
        if (folders.isEmpty()) {
            return Optional.empty();
        }
        SampleVerifier verifier = new SampleVerifier(source, trail);
        for (String folder : folders) {
            verifier.verify(folder);
        }
        return Optional.of(new VerifiedSamples(folders.size(), verifier.drawn, verifier.proven));
    }

    /** Nothing else stands there: what isn't read again would look as if it had been. */
    private static String folder(String path) throws SampleException {
        int end = path.indexOf('/', PackSamples.FOLDER.length());
        String name = path.substring(end + 1);
        if (end < 0 || !name.equals(PackSamples.POPULATION) && !name.equals(PackSamples.SAMPLE)) {
            throw new SampleException(SampleProblem.SAMPLE_MALFORMED, path);
        }
        return path.substring(0, end + 1);
    }

    private void verify(String folder) throws IOException {
        String path = folder + PackSamples.SAMPLE;
        byte[] list = read(source, folder + PackSamples.POPULATION, POPULATION_LIMIT);
        PopulationList population = PopulationList.parse(list)
                .orElseThrow(
                        () -> new SampleException(SampleProblem.SAMPLE_MALFORMED, folder + PackSamples.POPULATION));
        try {
            if (!(JsonReader.read(read(source, path, SAMPLE_LIMIT)) instanceof JsonObject sample)) {
                throw new SampleException(SampleProblem.SAMPLE_MALFORMED, path);
            }
            verify(path, sample, population);
        } catch (JsonException | IllegalArgumentException malformed) {
            throw new SampleException(SampleProblem.SAMPLE_MALFORMED, path);
        }
    }

    private void verify(String path, JsonObject sample, PopulationList population) throws SampleException {
        String id = sample.string("sample");
        JsonObject named = sample.object("population");
        require(seen.add(id), SampleProblem.SAMPLE_MALFORMED, path);
        require(
                named.string("sha256").equals(population.sha256())
                        && named.integer("records") == population.items().size(),
                SampleProblem.POPULATION_OTHER,
                path);
        // One event as a rule; whoever freezes again doesn't choose which of them counts.
        List<FrozenPopulation> told = frozen.stream()
                .filter(each -> each.subject().equals(PackSamples.SUBJECT + ":" + id))
                .toList();
        require(
                told.stream().allMatch(each -> each.sha256().equals(population.sha256())),
                SampleProblem.POPULATION_NOT_FROZEN,
                path);
        proven += told.isEmpty() ? 0 : 1;
        List<PopulationItem> items = sample.array("items").objects().stream()
                .map(item -> new PopulationItem(item.string("id"), item.string("stratum")))
                .toList();
        String method = sample.string("method");
        if (method.equals(JUDGEMENTAL)) {
            require(new HashSet<>(population.items()).containsAll(items), SampleProblem.DRAWN_OTHERWISE, path);
            return;
        }
        require(method.equals(RANDOM) || method.equals(STRATIFIED), SampleProblem.SAMPLE_MALFORMED, path);
        if (sample.find(SEED).isEmpty()) {
            require(items.isEmpty(), SampleProblem.SEED_WRONG, path);
            return;
        }
        Checkpoint checkpoint = seed(path, sample.object(SEED));
        require(told.stream().allMatch(each -> each.index() < checkpoint.size()), SampleProblem.SEED_TOO_EARLY, path);
        byte[] seed = SampleSeed.of(checkpoint);
        int size = Math.toIntExact(sample.integer("size"));
        List<PopulationItem> again = method.equals(RANDOM)
                ? Draw.random(seed, id, population, size)
                : Draw.stratified(seed, id, population, size);
        require(again.equals(items), SampleProblem.DRAWN_OTHERWISE, path);
        drawn++;
    }

    private Checkpoint seed(String path, JsonObject seed) throws SampleException {
        try {
            byte[] note = seed.string("checkpoint").getBytes(StandardCharsets.UTF_8);
            SignedCheckpoint signed = SignedCheckpoint.parse(note, path);
            require(
                    keys.isEmpty() || keys.get().stream().anyMatch(key -> key.signed(signed)),
                    SampleProblem.SEED_WRONG,
                    path);
            String text = signed.note().text();
            // The seed is of the text as it was signed; a checkpoint with lines that are passed over isn't one of this
            // log.
            require(
                    text.equals(signed.checkpoint().text())
                            && seed.string("sha256").equals(SampleSeed.hex(SampleSeed.of(text))),
                    SampleProblem.SEED_WRONG,
                    path);
            return signed.checkpoint();
        } catch (TrailException unsigned) {
            throw new SampleException(SampleProblem.SEED_WRONG, path);
        }
    }

    private static void require(boolean holds, SampleProblem problem, String path) throws SampleException {
        if (!holds) {
            throw new SampleException(problem, path);
        }
    }

    private static byte[] read(BagSource source, String path, int limit) throws IOException {
        try (InputStream content = source.open(path)) {
            byte[] bytes = content.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BagException(BagProblem.TOO_LARGE, path);
            }
            return bytes;
        }
    }
}
