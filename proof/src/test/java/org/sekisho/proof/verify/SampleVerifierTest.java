package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationItem;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

class SampleVerifierTest {

    private static final String SAMPLE = SampleFixture.ID;
    private static final String FOLDER = SampleFixture.FOLDER;
    private static final int SIZE = SampleFixture.SIZE;

    @TempDir
    private Path folder = Path.of("");

    private PopulationList population = PopulationList.of(List.of());
    private final TrailFixture pack;
    private final SignedNote note;

    SampleVerifierTest() throws IOException {
        pack = new TrailFixture(1);
        note = TrailFixture.note(
                TrailFixture.PAIR, new Checkpoint(TrailFixture.ORIGIN, 42, Sha256.digest(new byte[0])));
    }

    @BeforeEach
    void put() {
        population = SampleFixture.population();
        pack.put(FOLDER + PackSamples.POPULATION, population.bytes());
        put("RANDOM", drawn(), note);
    }

    private List<PopulationItem> drawn() {
        return Draw.random(SampleSeed.of(note.text()), SAMPLE, population, SIZE);
    }

    private void put(String method, List<PopulationItem> items, SignedNote seed) {
        SampleFixture.put(pack, population, method, items, seed);
    }

    @Test
    void whatIsDrawnAgainIsVerified() throws IOException {
        VerifiedTrail freezing = frozen(population.sha256(), 41);
        assertEquals(Optional.of(new VerifiedSamples(1, 1, 1)), verify(freezing));
        put("STRATIFIED", Draw.stratified(SampleSeed.of(note.text()), SAMPLE, population, SIZE), note);
        assertEquals(Optional.of(new VerifiedSamples(1, 1, 1)), verify(freezing));
        put("JUDGEMENTAL", population.items().subList(3, 6), note);
        assertEquals(Optional.of(new VerifiedSamples(1, 0, 1)), verify(freezing));
    }

    @Test
    void aSampleWhoseFreezingIsNotInThePackIsNotProven() throws IOException {
        assertEquals(Optional.of(new VerifiedSamples(1, 1, 0)), verify());
        put("JUDGEMENTAL", population.items().subList(3, 6), note);
        assertEquals(Optional.of(new VerifiedSamples(1, 0, 0)), verify());
    }

    /** Nobody can be said to have signed its seed. */
    @Test
    void aSampleWithoutATrailIsNotProven() throws IOException {
        assertEquals(Optional.of(new VerifiedSamples(1, 1, 0)), SampleVerifier.verify(pack.source(), Optional.empty()));
    }

    @Test
    void theWholePackSaysWhetherTheFreezingIsProven() throws IOException {
        assertEquals(PackVerdict.SAMPLES_UNPROVEN, verdict());
        assertEquals(CheckOutcome.NOT_CHECKED, samples().outcome());
        assertEquals(List.of(1L, 1L, 0L), samples().parameters());

        TrailFixture whole = new TrailFixture(1, List.of(), List.of(SampleFixture.freezing(population)));
        whole.files.forEach(pack::put);
        assertEquals(CheckOutcome.PASSED, samples().outcome());
        assertEquals(List.of(1L, 1L, 1L), samples().parameters());
        assertEquals(PackVerdict.VERIFIED, verdict());
        assertEquals(
                PackVerdict.CONSISTENT,
                PackVerdict.of(PackVerifier.verify(
                        pack.write(folder.resolve("pack.zip")), ExpectedKeys.NONE, BagLimits.DEFAULT)));

        put("RANDOM", otherwise(), note);
        assertEquals(CheckOutcome.FAILED, samples().outcome());
        assertEquals(SampleProblem.DRAWN_OTHERWISE.name(), samples().problem());
        assertEquals(List.of(FOLDER + PackSamples.SAMPLE), samples().parameters());
    }

    @Test
    void aPackOfSamplesAloneIsNotProven() throws IOException {
        pack.files.keySet().removeIf(path -> path.startsWith(PackTrail.FOLDER) || path.equals(PackTrail.KEY));
        assertEquals(PackVerdict.SAMPLES_UNPROVEN, verdict());
    }

    private PackVerdict verdict() throws IOException {
        return PackVerdict.of(results());
    }

    private CheckResult samples() throws IOException {
        return results().get(PackCheck.SAMPLES.ordinal());
    }

    private List<CheckResult> results() throws IOException {
        ExpectedKeys expected =
                new ExpectedKeys(Optional.of(PackFixture.fingerprint()), Optional.empty(), Optional.empty());
        return PackVerifier.verify(pack.write(folder.resolve("pack.zip")), expected, BagLimits.DEFAULT);
    }

    @Test
    void otherItemsAnotherOrderOrOneTooFewAreRefused() {
        put("RANDOM", otherwise(), note);
        assertRefused(SampleProblem.DRAWN_OTHERWISE);
        List<PopulationItem> turned = new ArrayList<>(drawn());
        Collections.reverse(turned);
        put("RANDOM", turned, note);
        assertRefused(SampleProblem.DRAWN_OTHERWISE);
        put("RANDOM", drawn().subList(0, SIZE - 1), note);
        assertRefused(SampleProblem.DRAWN_OTHERWISE);
        put("STRATIFIED", drawn(), note);
        assertRefused(SampleProblem.DRAWN_OTHERWISE);
        put("JUDGEMENTAL", List.of(new PopulationItem(SAMPLE, "CISO")), note);
        assertRefused(SampleProblem.DRAWN_OTHERWISE);
    }

    private List<PopulationItem> otherwise() {
        List<PopulationItem> items = new ArrayList<>(drawn());
        items.set(
                0,
                population.items().stream()
                        .filter(each -> !items.contains(each))
                        .findFirst()
                        .orElseThrow());
        return items;
    }

    @Test
    void anotherPopulationIsRefused() throws IOException {
        PopulationList other = new PopulationList(population.items().subList(1, 40));
        pack.put(FOLDER + PackSamples.POPULATION, other.bytes());
        assertRefused(SampleProblem.POPULATION_OTHER);
        pack.put(FOLDER + PackSamples.POPULATION, population.bytes());
        assertEquals(
                SampleProblem.POPULATION_NOT_FROZEN,
                assertThrows(SampleException.class, () -> verify(frozen(other.sha256(), 41)))
                        .problem());
        FrozenPopulation first = new FrozenPopulation("sample:" + SAMPLE, other.sha256(), 40);
        FrozenPopulation again = new FrozenPopulation("sample:" + SAMPLE, population.sha256(), 41);
        assertEquals(
                SampleProblem.POPULATION_NOT_FROZEN,
                assertThrows(
                                SampleException.class,
                                () -> verify(
                                        new VerifiedTrail(List.of(TrailFixture.key()), 2, 42, List.of(first, again))))
                        .problem());
    }

    @Test
    void aSeedThatWasKnownOrIsntOfTheLogIsRefused() throws IOException {
        assertEquals(
                SampleProblem.SEED_TOO_EARLY,
                assertThrows(SampleException.class, () -> verify(frozen(population.sha256(), 42)))
                        .problem());
        Checkpoint checkpoint = new Checkpoint(TrailFixture.ORIGIN, 42, Sha256.digest(new byte[0]));
        put("RANDOM", drawn(), TrailFixture.note(PackFixture.pair(), checkpoint));
        assertRefused(SampleProblem.SEED_WRONG);
    }

    @Test
    void whatIsNoSampleIsRefused() {
        pack.put(FOLDER + PackSamples.POPULATION, "neither id nor stratum\n".getBytes(StandardCharsets.US_ASCII));
        assertRefused(SampleProblem.SAMPLE_MALFORMED);
        pack.put(FOLDER + PackSamples.POPULATION, population.bytes());
        pack.put(FOLDER + PackSamples.SAMPLE, "{}".getBytes(StandardCharsets.US_ASCII));
        assertRefused(SampleProblem.SAMPLE_MALFORMED);
        put("RANDOM", drawn(), note);
        pack.put(FOLDER + "more.txt", new byte[0]);
        assertRefused(SampleProblem.SAMPLE_MALFORMED);
    }

    @Test
    void anEventTellsOfAFreezingOnlyWhenItIsOne() {
        byte[] leaf = CanonicalJson.write(JsonObject.builder()
                .put("act", PackSamples.FREEZING)
                .put("subject", "sample:" + SAMPLE)
                .put("outcome", "done")
                .put(
                        "details",
                        JsonObject.builder()
                                .put(PackSamples.FROZEN_SHA256, "00")
                                .build())
                .build());
        assertEquals(Optional.of(new FrozenPopulation("sample:" + SAMPLE, "00", 7)), FrozenPopulation.of(leaf, 7));
        String refused = new String(leaf, StandardCharsets.UTF_8).replace("done", "refused");
        assertEquals(Optional.empty(), FrozenPopulation.of(refused.getBytes(StandardCharsets.UTF_8), 7));
        assertEquals(Optional.empty(), FrozenPopulation.of(TrailFixture.leaf(SAMPLE), 7));
    }

    private void assertRefused(SampleProblem problem) {
        assertEquals(problem, assertThrows(SampleException.class, this::verify).problem());
    }

    private VerifiedTrail frozen(String sha256, long index) {
        return new VerifiedTrail(
                List.of(TrailFixture.key()), 1, 2, List.of(new FrozenPopulation("sample:" + SAMPLE, sha256, index)));
    }

    private Optional<VerifiedSamples> verify() throws IOException {
        return verify(new VerifiedTrail(List.of(TrailFixture.key()), 1, 2, List.of()));
    }

    private Optional<VerifiedSamples> verify(VerifiedTrail trail) throws IOException {
        return SampleVerifier.verify(pack.source(), Optional.of(trail));
    }
}
