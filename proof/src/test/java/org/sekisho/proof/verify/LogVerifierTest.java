package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackKey;

class LogVerifierTest {

    private static final KeyPair PAIR = TrailFixture.PAIR;
    private static final int SIZE = 300;

    @TempDir
    Path folder;

    private LiveLog log;
    private Path old;

    @BeforeEach
    void serve() throws IOException {
        log = new LiveLog();
        log.serve(PAIR, leaves(SIZE));
        old = folder.resolve("old");
        keep(PAIR, leaves(200));
    }

    @AfterEach
    void stop() {
        log.close();
    }

    @ParameterizedTest
    @CsvSource({"0,1", "0,300", "1,2", "1,300", "200,300", "255,256", "256,300", "300,300", "299,300", "7,513"})
    void aLogThatGrewIsVerified(int oldSize, int newSize) throws IOException {
        log.serve(PAIR, leaves(newSize));
        keep(PAIR, leaves(oldSize));
        List<CheckResult> results = LogVerifier.verify(task(Optional.of(TrailFixture.fingerprint())));
        assertEquals(LogVerdict.LOG_VERIFIED, LogVerdict.of(results), results.toString());
        assertEquals(List.of((long) oldSize, (long) newSize, 0L), results.get(3).parameters());
    }

    @Test
    void withoutAFingerprintALogIsOnlyConsistent() {
        List<CheckResult> results = LogVerifier.verify(task(Optional.empty()));
        assertEquals(LogVerdict.LOG_CONSISTENT, LogVerdict.of(results));
        assertEquals(List.of(TrailFixture.fingerprint()), results.get(0).parameters());
    }

    @Test
    void aKeyThatIsKeptIsTheExpectedOne() throws IOException {
        Path key = folder.resolve("trail.pem");
        Files.writeString(key, PackKey.of(PAIR.getPublic()).pem());
        log.files.remove("key.pem");
        Task.VerifyLog task = new Task.VerifyLog(
                log.address(), old.toString(), Optional.empty(), Optional.of(key.toString()), Optional.empty());
        assertEquals(LogVerdict.LOG_VERIFIED, LogVerdict.of(LogVerifier.verify(task)));
        Files.writeString(key, PackKey.of(PackFixture.PAIR.getPublic()).pem());
        refused(TrailProblem.CHECKPOINT_UNSIGNED, LogVerdict.LOG_FAILED, task);
    }

    @Test
    void anotherKeyThanTheExpectedOneIsNamed() {
        CheckResult failed =
                refused(LiveProblem.OTHER_LOG_KEY, LogVerdict.LOG_FAILED, task(Optional.of(PackFixture.fingerprint())));
        assertEquals(List.of(TrailFixture.fingerprint()), failed.parameters());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 300})
    void anotherHistoryIsAFork(int size) throws IOException {
        List<byte[]> other = new ArrayList<>(leaves(size));
        other.set(17, MerkleHash.leaf(new byte[] {1}));
        keep(PAIR, other);
        refused(LiveProblem.FORKED, LogVerdict.LOG_FORKED);
    }

    @Test
    void aSmallerLogWasCutBack() throws IOException {
        log.serve(PAIR, leaves(150));
        refused(LiveProblem.CUT_BACK, LogVerdict.LOG_CUT_BACK);
    }

    /** A wrong tile is no proof that the history was changed: nobody signed it. */
    @Test
    void aChangedTileIsNoFork() {
        for (String path : List.copyOf(log.files.keySet())) {
            if (path.startsWith("tile/0")) {
                byte[] kept = log.get(path);
                byte[] hashes = kept.clone();
                hashes[hashes.length / 2] ^= 1;
                log.files.put(path, hashes);
                refused(LiveProblem.TILE_WRONG, LogVerdict.LOG_FAILED);
                log.files.put(path, kept);
            }
        }
    }

    @Test
    void aShortTileIsRefused() {
        log.files.put(new Tile(0, 1, SIZE - Tile.FULL).path(), new byte[31]);
        refused(LiveProblem.TILE_WRONG, LogVerdict.LOG_FAILED);
    }

    @Test
    void aPartialTileThatWasGivenUpIsReadFromTheFullOne() throws IOException {
        log.serve(PAIR, leaves(512));
        byte[] full = log.get(new Tile(0, 1, Tile.FULL).path());
        log.serve(PAIR, leaves(SIZE));
        log.files.remove(new Tile(0, 1, SIZE - Tile.FULL).path());
        log.files.put(new Tile(0, 1, Tile.FULL).path(), full);
        assertEquals(LogVerdict.LOG_CONSISTENT, LogVerdict.of(LogVerifier.verify(task(Optional.empty()))));
    }

    @Test
    void everyChangedByteOfTheCheckpointIsRefused() {
        byte[] note = log.get("checkpoint");
        for (int i = 0; i < note.length; i += 7) {
            byte[] changed = note.clone();
            changed[i] ^= 2;
            log.files.put("checkpoint", changed);
            assertEquals(LogVerdict.LOG_FAILED, LogVerdict.of(LogVerifier.verify(task(Optional.empty()))), "at " + i);
        }
    }

    @Test
    void anotherLogOfTheSameSignerIsNamed() throws IOException {
        Checkpoint other = new Checkpoint("other.example/trail", 0, MerkleHash.emptyRoot());
        log.files.put("checkpoint", TrailFixture.note(PAIR, other).bytes());
        refused(LiveProblem.OTHER_LOG, LogVerdict.LOG_FAILED);
    }

    @Test
    void whatIsMissingMovedOrTooLargeSaysNothingAboutTheLog() {
        log.files.put("checkpoint", new byte[(1 << 20) + 1]);
        refused(LiveProblem.UNREACHABLE, LogVerdict.LOG_NOT_CHECKED);
        log.files.remove("checkpoint");
        CheckResult failed = refused(LiveProblem.UNREACHABLE, LogVerdict.LOG_NOT_CHECKED);
        assertEquals(List.of(log.address() + "/checkpoint (HTTP 404)"), failed.parameters());
        log.files.put("moved", new byte[0]);
        failed = refused(LiveProblem.UNREACHABLE, LogVerdict.LOG_NOT_CHECKED);
        assertEquals(List.of(log.address() + "/key.pem (HTTP 302)"), failed.parameters());
        log.close();
        refused(LiveProblem.UNREACHABLE, LogVerdict.LOG_NOT_CHECKED);
    }

    @Test
    void aCheckpointThatContradictsTheOlderOneIsKeptBesideIt() throws IOException {
        Task.VerifyLog task = new Task.VerifyLog(
                log.address(), old.toString(), Optional.empty(), Optional.empty(), Optional.of(old.toString()));
        List<CheckResult> results = LogVerifier.verify(task);
        assertEquals(LogVerdict.LOG_CONSISTENT, LogVerdict.of(results));
        assertEquals(LogCheck.SAVED, results.get(4).check());
        assertArrayEquals(log.get("checkpoint"), Files.readAllBytes(old));
        assertEquals(List.of(old), children());

        byte[] kept = Files.readAllBytes(old);
        log.serve(PAIR, leaves(10));
        refused(LiveProblem.CUT_BACK, LogVerdict.LOG_CUT_BACK, task);
        assertArrayEquals(kept, Files.readAllBytes(old));
        assertArrayEquals(log.get("checkpoint"), Files.readAllBytes(folder.resolve("old.evidence")));
    }

    @Test
    void aFileThatCannotBeReadSaysNothingAboutTheLog() throws IOException {
        Files.delete(old);
        Files.createDirectory(old);
        refused(PackProblem.UNREADABLE, LogVerdict.LOG_NOT_CHECKED);
    }

    @Test
    void aCheckpointThatCannotBeKeptIsSaid() {
        Optional<String> nowhere =
                Optional.of(folder.resolve("nowhere").resolve("new").toString());
        refused(
                LiveProblem.NOT_SAVED,
                LogVerdict.LOG_NOT_CHECKED,
                new Task.VerifyLog(log.address(), old.toString(), Optional.empty(), Optional.empty(), nowhere));
    }

    @Test
    void onlyAddressesToAppendPathsToAreTaken() {
        for (String address : List.of("http://localhost:8080/trail", "https://sekisho.example/trail/")) {
            assertTrue(LogClient.isAddress(address), address);
        }
        for (String address : List.of(
                "",
                "sekisho.example/trail",
                "file:///trail",
                "https:///trail",
                "https://a@sekisho.example/trail",
                "https://sekisho.example/trail?a=b",
                "https://sekisho.example/trail#a",
                "https://sekisho example/")) {
            assertFalse(LogClient.isAddress(address), address);
        }
    }

    private List<Path> children() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    private void keep(KeyPair pair, List<byte[]> leaves) throws IOException {
        Files.write(old, TrailFixture.note(pair, leaves).bytes());
    }

    private Task.VerifyLog task(Optional<String> fingerprint) {
        return new Task.VerifyLog(log.address(), old.toString(), fingerprint, Optional.empty(), Optional.empty());
    }

    private CheckResult refused(Enum<?> problem, LogVerdict verdict) {
        return refused(problem, verdict, task(Optional.empty()));
    }

    private static CheckResult refused(Enum<?> problem, LogVerdict verdict, Task.VerifyLog task) {
        List<CheckResult> results = LogVerifier.verify(task);
        assertEquals(verdict, LogVerdict.of(results), results.toString());
        CheckResult failed = results.stream()
                .filter(result -> result.outcome() == CheckOutcome.FAILED)
                .findFirst()
                .orElseThrow();
        assertEquals(problem.name(), failed.problem());
        return failed;
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }
}
