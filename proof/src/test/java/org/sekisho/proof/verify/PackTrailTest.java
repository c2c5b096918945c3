package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.bag.BagLimits;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackTrail;

/** Packs that hold a trail, checked as a whole. */
class PackTrailTest {

    @TempDir
    Path folder;

    private TrailFixture trail;

    @BeforeEach
    void write() throws IOException {
        trail = new TrailFixture(1);
    }

    @Test
    void aTrailIsVerifiedWithThePackItStandsIn() throws IOException {
        Map<PackCheck, CheckOutcome> outcomes = outcomes(expected(PackFixture.fingerprint(), ""));
        assertEquals(CheckOutcome.PASSED, outcomes.get(PackCheck.TRAIL));
        assertEquals(CheckOutcome.PASSED, outcomes.get(PackCheck.TRAIL_SIGNER));
        assertEquals(outcomes, outcomes(expected(PackFixture.fingerprint(), TrailFixture.fingerprint())));
    }

    @Test
    void nobodyVouchesForTheTrailsKeyWhereThePacksSignerIsNotChecked() throws IOException {
        Map<PackCheck, CheckOutcome> outcomes = outcomes(ExpectedKeys.NONE);
        assertEquals(CheckOutcome.PASSED, outcomes.get(PackCheck.TRAIL));
        assertEquals(CheckOutcome.NOT_CHECKED, outcomes.get(PackCheck.TRAIL_SIGNER));
        outcomes = outcomes(expected("", TrailFixture.fingerprint()));
        assertEquals(CheckOutcome.PASSED, outcomes.get(PackCheck.TRAIL_SIGNER));
        assertEquals(CheckOutcome.NOT_CHECKED, outcomes.get(PackCheck.SIGNER));
    }

    @Test
    void anotherSignerOfTheTrailIsNamed() throws IOException {
        CheckResult failed = failure(expected(PackFixture.fingerprint(), PackFixture.fingerprint()));
        assertEquals(PackCheck.TRAIL_SIGNER, failed.check());
        assertEquals(TrailProblem.OTHER_TRAIL_KEY.name(), failed.problem());
        assertEquals(List.of(TrailFixture.fingerprint()), failed.parameters());
    }

    @Test
    void aPackWithoutATrailHasNothingToCheck() throws IOException {
        trail.files.clear();
        Map<PackCheck, CheckOutcome> outcomes = outcomes(expected(PackFixture.fingerprint(), ""));
        assertEquals(CheckOutcome.ABSENT, outcomes.get(PackCheck.TRAIL));
        assertEquals(CheckOutcome.ABSENT, outcomes.get(PackCheck.TRAIL_SIGNER));
        trail.put(PackTrail.ENTRIES, new byte[0]);
        assertEquals(outcomes, outcomes(expected(PackFixture.fingerprint(), "")));
    }

    /** Otherwise whoever holds the pack's key could leave the proofs out and write any events. */
    @Test
    void eventsThatNoCheckpointCoversAreRefused() throws IOException {
        trail.files.keySet().removeIf(path -> !path.equals(PackTrail.ENTRIES));
        CheckResult failed = failure(expected(PackFixture.fingerprint(), ""));
        assertEquals(PackCheck.TRAIL, failed.check());
        assertEquals(TrailProblem.CHECKPOINT_MISSING.name(), failed.problem());
        assertEquals(List.of(PackTrail.ENTRIES), failed.parameters());
        trail.files.clear();
        trail.put(PackTrail.FOLDER + "more.jsonl", TrailFixture.line(trail.ids.get(0)));
        assertEquals(
                TrailProblem.CHECKPOINT_MISSING.name(),
                failure(expected(PackFixture.fingerprint(), "")).problem());
    }

    @Test
    void anEventWithoutItsProofIsRefused() throws IOException {
        trail.files.remove(PackTrail.proof(trail.ids.get(0)));
        CheckResult failed = failure(expected(PackFixture.fingerprint(), ""));
        assertEquals(TrailProblem.EVENT_UNPROVEN.name(), failed.problem());
        assertEquals(List.of(trail.ids.get(0)), failed.parameters());
    }

    /** Otherwise a trail could be withheld from one who expects it. */
    @Test
    void whoNamesTheTrailsKeyIsNotSatisfiedWithoutATrail() throws IOException {
        trail.files.clear();
        CheckResult failed = failure(expected(PackFixture.fingerprint(), TrailFixture.fingerprint()));
        assertEquals(PackCheck.TRAIL, failed.check());
        assertEquals(BagProblem.MISSING.name(), failed.problem());
        assertEquals(List.of(PackTrail.CHECKPOINT), failed.parameters());
    }

    /** A pack that is signed anew by whoever holds its key is found by the trail's proofs. */
    @Test
    void anEventThatWasChangedBeforeSigningIsFound() throws IOException {
        byte[] lines = trail.get(PackTrail.ENTRIES);
        lines[new String(lines, StandardCharsets.ISO_8859_1).indexOf("refused")] = 'R';
        trail.put(PackTrail.ENTRIES, lines);
        CheckResult failed = failure(expected(PackFixture.fingerprint(), ""));
        assertEquals(TrailProblem.NOT_INCLUDED.name(), failed.problem());
        assertEquals(List.of(PackTrail.proof(trail.ids.get(0))), failed.parameters());
    }

    @Test
    void everyChangedByteIsFound() throws IOException {
        Path unpacked = folder.resolve("unpacked");
        PackFixture.unpack(trail.write(folder.resolve("pack.zip")), unpacked);
        List<Path> files;
        try (Stream<Path> found = Files.walk(unpacked)) {
            files = found.filter(Files::isRegularFile).toList();
        }
        assertEquals(13, files.size());
        for (Path file : files) {
            byte[] content = Files.readAllBytes(file);
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 1;
                Files.write(file, changed);
                List<CheckResult> results = PackVerifier.verify(unpacked, ExpectedKeys.NONE, BagLimits.DEFAULT);
                assertEquals(PackVerdict.FAILED, PackVerdict.of(results), file + " at " + i);
            }
            Files.write(file, content);
        }
    }

    private static ExpectedKeys expected(String pack, String trail) {
        return new ExpectedKeys(
                Optional.of(pack).filter(each -> !each.isEmpty()),
                Optional.of(trail).filter(each -> !each.isEmpty()),
                Optional.empty());
    }

    private Map<PackCheck, CheckOutcome> outcomes(ExpectedKeys expected) throws IOException {
        Map<PackCheck, CheckOutcome> outcomes = new EnumMap<>(PackCheck.class);
        List<CheckResult> results = verify(expected);
        assertTrue(PackVerdict.of(results) != PackVerdict.FAILED, results.toString());
        results.forEach(result -> outcomes.put((PackCheck) result.check(), result.outcome()));
        return outcomes;
    }

    private CheckResult failure(ExpectedKeys expected) throws IOException {
        return verify(expected).stream()
                .filter(result -> result.outcome() == CheckOutcome.FAILED)
                .findFirst()
                .orElseThrow();
    }

    private List<CheckResult> verify(ExpectedKeys expected) throws IOException {
        return PackVerifier.verify(trail.write(folder.resolve("pack.zip")), expected, BagLimits.DEFAULT);
    }
}
