package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.json.CanonicalJson;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackSamples;
import org.sekisho.proof.pack.PackTrail;
import org.sekisho.proof.sample.Draw;
import org.sekisho.proof.sample.PopulationList;
import org.sekisho.proof.sample.SampleSeed;

/** A pack whose trail changed its key twice: from the oldest to the older one, and from that to the one in force. */
class TrailKeyChainTest {

    private static final KeyPair OLDEST = PackFixture.pair();
    private static final KeyPair OLDER = PackFixture.pair();
    private static final KeyPair NEVER = PackFixture.pair();
    private static final int FIRST_CHANGE = 4;
    private static final int SECOND_CHANGE = 6;

    private static final byte[] TO_OLDER = change(OLDEST, OLDER);
    private static final byte[] TO_CURRENT = change(OLDER, TrailFixture.PAIR);
    private static final byte[] ANOTHER = "another's".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder = Path.of("");

    private final TrailFixture pack = new TrailFixture(2, List.of(TO_OLDER, ANOTHER, TO_CURRENT));
    /** The seed is believed, and the items are those; the pack holds no event of the freezing. */
    private static final CheckOutcome DRAWN = CheckOutcome.NOT_CHECKED;

    private final PopulationList population = SampleFixture.population();

    TrailKeyChainTest() throws IOException {
        pack.put(SampleFixture.FOLDER + PackSamples.POPULATION, population.bytes());
        hold(1, OLDER, TO_CURRENT, SECOND_CHANGE);
        hold(2, OLDEST, TO_OLDER, FIRST_CHANGE);
    }

    private void hold(int number, KeyPair key, byte[] leaf, int index) throws IOException {
        pack.put(PackTrail.earlierKey(number), pem(key));
        pack.put(PackTrail.keyChange(number), leaf);
        pack.put(PackTrail.keyChangeProof(number), pack.proof(index));
    }

    @Test
    void aSeedOfAKeyThatWasInForceThenIsDrawnAgain() throws IOException {
        assertEquals(DRAWN, outcome(OLDER, SECOND_CHANGE));
        assertEquals(DRAWN, outcome(OLDEST, FIRST_CHANGE));
        assertEquals(DRAWN, outcome(TrailFixture.PAIR, 900));
    }

    @Test
    void anEarlierKeySignsNoSeedAfterItsTimeAndAnUnknownOneNone() throws IOException {
        assertEquals(CheckOutcome.FAILED, outcome(OLDER, SECOND_CHANGE + 1));
        assertEquals(CheckOutcome.FAILED, outcome(OLDEST, FIRST_CHANGE + 1));
        assertEquals(CheckOutcome.FAILED, outcome(NEVER, 1));
    }

    @Test
    void withoutTheChangesASeedOfAnEarlierKeyIsRefused() throws IOException {
        for (int number = 1; number <= 2; number++) {
            drop(PackTrail.earlierKey(number));
            drop(PackTrail.keyChange(number));
            drop(PackTrail.keyChangeProof(number));
        }
        assertEquals(CheckOutcome.FAILED, outcome(OLDER, SECOND_CHANGE));
        assertEquals(DRAWN, outcome(TrailFixture.PAIR, SECOND_CHANGE));
    }

    @Test
    void aKeyThatTheEventDoesntNameIsRefused() throws IOException {
        pack.put(PackTrail.earlierKey(1), pem(NEVER));
        assertRefused(TrailProblem.KEY_NOT_HANDED_OVER, PackTrail.keyChange(1));
        hold(1, OLDEST, TO_OLDER, FIRST_CHANGE);
        assertRefused(TrailProblem.KEY_NOT_HANDED_OVER, PackTrail.keyChange(1));
        pack.put(PackTrail.earlierKey(1), "no key".getBytes(StandardCharsets.US_ASCII));
        assertRefused(TrailProblem.TRAIL_KEY_MALFORMED, PackTrail.earlierKey(1));
    }

    @Test
    void aChangeThatDoesntStandInTheLogIsRefused() throws IOException {
        pack.put(PackTrail.keyChange(1), change(NEVER, TrailFixture.PAIR));
        pack.put(PackTrail.earlierKey(1), pem(NEVER));
        assertRefused(TrailProblem.NOT_INCLUDED, PackTrail.keyChangeProof(1));
        hold(1, OLDER, TrailFixture.leaf(pack.ids.get(0)), 1);
        assertRefused(TrailProblem.KEY_NOT_HANDED_OVER, PackTrail.keyChange(1));
    }

    @Test
    void whatBelongsToNoChangeIsRefused() {
        drop(PackTrail.earlierKey(2));
        assertRefused(TrailProblem.KEY_NOT_HANDED_OVER, PackTrail.keyChange(2));
        drop(PackTrail.CHECKPOINT);
        drop(PackTrail.ENTRIES);
        assertRefused(TrailProblem.CHECKPOINT_MISSING, PackTrail.keyChange(1));
    }

    private void drop(String path) {
        pack.files.remove(path);
    }

    private void assertRefused(TrailProblem problem, String where) {
        TrailException refused = assertThrows(TrailException.class, () -> TrailVerifier.verify(pack.source()));
        assertEquals(problem, refused.problem());
        assertEquals(Optional.of(where), Optional.of(refused.where()));
    }

    /** What the whole verifier says of a sample whose seed this key signed at this size. */
    private CheckOutcome outcome(KeyPair signer, long size) throws IOException {
        SignedNote seed =
                TrailFixture.note(signer, new Checkpoint(TrailFixture.ORIGIN, size, Sha256.digest(new byte[0])));
        SampleFixture.put(
                pack,
                population,
                "RANDOM",
                Draw.random(SampleSeed.of(seed.text()), SampleFixture.ID, population, SampleFixture.SIZE),
                seed);
        List<CheckResult> results =
                PackVerifier.verify(pack.write(folder.resolve("pack.zip")), ExpectedKeys.NONE, BagLimits.DEFAULT);
        assertEquals(CheckOutcome.PASSED, results.get(PackCheck.TRAIL.ordinal()).outcome(), results.toString());
        return results.get(PackCheck.SAMPLES.ordinal()).outcome();
    }

    private static byte[] pem(KeyPair pair) {
        return PackKey.of(pair.getPublic()).pem().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] change(KeyPair before, KeyPair now) {
        return CanonicalJson.write(JsonObject.builder()
                .put("v", 1)
                .put("id", "0198f000-0000-7000-8000-00000000000a")
                .put("time", "2026-11-28T03:00:00.000000Z")
                .put("actor", "system:sequencer")
                .put("organisation", "")
                .put("act", PackTrail.KEY_CHANGING)
                .put("subject", "trail-key:0198f000-0000-7000-8000-00000000000b")
                .put("outcome", "done")
                .put(
                        "details",
                        JsonObject.builder()
                                .put(
                                        PackTrail.KEY_BEFORE,
                                        PackKey.of(before.getPublic()).fingerprint())
                                .put(
                                        PackTrail.KEY_NOW,
                                        PackKey.of(now.getPublic()).fingerprint())
                                .build())
                .build());
    }
}
