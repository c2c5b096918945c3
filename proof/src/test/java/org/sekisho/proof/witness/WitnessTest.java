package org.sekisho.proof.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackFixture;

class WitnessTest {

    @TempDir
    Path folder;

    private Witness witness;

    @BeforeEach
    void open() throws IOException {
        witness = Witness.open(WitnessFixture.settings(folder), WitnessFixture.CLOCK, WitnessFixture.UNHEARD);
    }

    @AfterEach
    void close() throws IOException {
        witness.close();
    }

    @Test
    void aLogThatGrowsIsCosignedStepByStep() throws IOException {
        int before = 0;
        for (int size : new int[] {0, 1, 2, 2, 7, 8, 300, 513}) {
            byte[] request = WitnessFixture.request(before, size);
            WitnessAnswer answer = witness.add(request);
            assertEquals(200, answer.status(), size + ": " + answer);
            byte[] note = AddCheckpoint.parse(request).note().bytes();
            SignedNote cosigned = SignedNote.parse(
                    (new String(note, StandardCharsets.UTF_8) + answer.text()).getBytes(StandardCharsets.UTF_8));
            assertEquals(List.of(witness.verifier()), cosigned.verify(List.of(witness.verifier())));
            assertEquals(
                    Optional.of(WitnessFixture.NOW),
                    cosigned.signatures().get(1).time());
            before = size;
        }
    }

    @Test
    void whoDoesNotKnowTheLatestSizeIsToldIt() throws IOException {
        assertEquals(WitnessAnswer.conflict(0), witness.add(WitnessFixture.request(1, 5)));
        assertEquals(200, witness.add(WitnessFixture.request(0, 5)).status());
        assertEquals(WitnessAnswer.conflict(5), witness.add(WitnessFixture.request(0, 9)));
        assertEquals(WitnessAnswer.conflict(5), witness.add(WitnessFixture.request(4, 9)));
        assertEquals(WitnessAnswer.conflict(5), witness.add(WitnessFixture.request(2, 3)));
        assertEquals("text/x.tlog.size", WitnessAnswer.conflict(5).type());
        assertEquals("5\n", WitnessAnswer.conflict(5).text());
    }

    @Test
    void anotherHistoryOfTheSameSizeIsAConflict() throws IOException {
        assertEquals(200, witness.add(WitnessFixture.request(0, 5)).status());
        assertEquals(
                409,
                witness.add(WitnessFixture.request(5, WitnessFixture.otherLeaves(5)))
                        .status());
        assertEquals(200, witness.add(WitnessFixture.request(5, 5)).status());
    }

    @Test
    void anotherHistoryThatWentOnIsUnproven() throws IOException {
        assertEquals(200, witness.add(WitnessFixture.request(0, 5)).status());
        assertEquals(
                422,
                witness.add(WitnessFixture.request(5, WitnessFixture.otherLeaves(9)))
                        .status());
        AddCheckpoint honest = AddCheckpoint.parse(WitnessFixture.request(5, 9));
        assertEquals(
                422,
                witness.add(new AddCheckpoint(5, List.of(), honest.note()).bytes())
                        .status());
        assertEquals(200, witness.add(honest.bytes()).status());
    }

    @Test
    void aProofIsEmptyWhereNothingWasBefore() throws IOException {
        AddCheckpoint first = AddCheckpoint.parse(WitnessFixture.request(0, 5));
        AddCheckpoint more = new AddCheckpoint(0, WitnessFixture.leaves(1), first.note());
        assertEquals(422, witness.add(more.bytes()).status());
    }

    @Test
    void anOldSizeAboveTheCheckpointsIsMalformed() throws IOException {
        assertEquals(400, witness.add(WitnessFixture.request(6, 5)).status());
    }

    @Test
    void anUnknownLogAndAnUnknownSignerAreToldApart() throws IOException {
        Checkpoint other = new Checkpoint("other.example/log", 0, MerkleHash.emptyRoot());
        SignedNote note = WitnessFixture.note(WitnessFixture.PAIR, other);
        assertEquals(
                404, witness.add(new AddCheckpoint(0, List.of(), note).bytes()).status());
        Checkpoint own = new Checkpoint(WitnessFixture.ORIGIN, 0, MerkleHash.emptyRoot());
        note = WitnessFixture.note(PackFixture.PAIR, own);
        assertEquals(
                403, witness.add(new AddCheckpoint(0, List.of(), note).bytes()).status());
    }

    @Test
    void signaturesOfOthersArePassedOver() throws IOException {
        AddCheckpoint request = AddCheckpoint.parse(WitnessFixture.request(0, 5));
        SignedNote stranger = WitnessFixture.note(
                PackFixture.PAIR, Checkpoint.parse(request.note().text()));
        SignedNote both = request.note().with(stranger.signatures().get(0));
        assertEquals(
                200, witness.add(new AddCheckpoint(0, List.of(), both).bytes()).status());
    }

    @Test
    void noChangedRequestIsCosigned() throws IOException {
        assertEquals(200, witness.add(WitnessFixture.request(0, 3)).status());
        byte[] request = WitnessFixture.request(3, 5);
        for (int i = 0; i < request.length; i++) {
            byte[] changed = request.clone();
            changed[i] ^= 2;
            assertTrue(witness.add(changed).status() >= 400, "at " + i);
        }
        assertEquals(200, witness.add(request).status());
    }

    @Test
    void whatWasCosignedIsRememberedByTheNextProcess() throws IOException {
        assertEquals(200, witness.add(WitnessFixture.request(0, 5)).status());
        witness.close();
        String key = witness.verifier().text();
        open();
        assertEquals(key, witness.verifier().text());
        assertEquals(WitnessAnswer.conflict(5), witness.add(WitnessFixture.request(0, WitnessFixture.otherLeaves(9))));
        assertEquals(
                422,
                witness.add(WitnessFixture.request(5, WitnessFixture.otherLeaves(9)))
                        .status());
        assertEquals(200, witness.add(WitnessFixture.request(5, 9)).status());
    }

    @Test
    void whatCannotBeRememberedIsNotCosigned() throws IOException {
        Path state = folder.resolve("state");
        Path away = folder.resolve("away");
        Files.move(state, away);
        byte[] request = WitnessFixture.request(0, 5);
        assertThrows(IOException.class, () -> witness.add(request));
        Files.move(away, state);
        assertEquals(200, witness.add(request).status());
    }

    @Test
    void aWitnessThatForgotDoesNotStart() throws IOException {
        assertEquals(200, witness.add(WitnessFixture.request(0, 5)).status());
        witness.close();
        Path kept;
        try (Stream<Path> files = Files.list(folder.resolve("state"))) {
            kept = files.filter(file -> file.toString().endsWith(".checkpoint"))
                    .findFirst()
                    .orElseThrow();
        }
        Files.writeString(kept, "");
        WitnessException refused = assertThrows(WitnessException.class, this::open);
        assertEquals(WitnessProblem.STATE_UNREADABLE, refused.problem());
        Files.delete(kept);
        open();
    }

    @Test
    void twoWitnessesDoNotShareAState() throws IOException {
        WitnessSettings settings = WitnessFixture.settings(folder);
        WitnessException refused = assertThrows(
                WitnessException.class, () -> Witness.open(settings, WitnessFixture.CLOCK, WitnessFixture.UNHEARD));
        assertEquals(WitnessProblem.STATE_IN_USE, refused.problem());
    }

    /** Each continues the same checkpoint, and no two of them each other. */
    @Test
    void ofHistoriesThatContendOneIsCosigned() throws Exception {
        assertEquals(200, witness.add(WitnessFixture.request(0, 3)).status());
        List<Callable<WitnessAnswer>> contending = new ArrayList<>();
        for (int i = 0; i < 16; i++) {
            List<byte[]> leaves = new ArrayList<>(WitnessFixture.leaves(3));
            leaves.add(MerkleHash.leaf(new byte[] {(byte) i}));
            byte[] request = WitnessFixture.request(3, leaves);
            contending.add(() -> witness.add(request));
        }
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            int cosigned = 0;
            for (Future<WitnessAnswer> answer : threads.invokeAll(contending)) {
                int status = answer.get().status();
                assertTrue(status == 200 || status == 409, status + "");
                cosigned += status == 200 ? 1 : 0;
            }
            assertEquals(1, cosigned);
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void theKeyIsItsOwnersOnly() throws IOException {
        Path key = folder.resolve("witness.pem");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        witness.close();
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r-----"));
        assertEquals(
                WitnessProblem.KEY_EXPOSED,
                assertThrows(WitnessException.class, this::open).problem());
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        String pem = Files.readString(key);
        for (int i : IntStream.range(0, pem.length()).filter(at -> at % 5 == 0).toArray()) {
            byte[] changed = pem.getBytes(StandardCharsets.US_ASCII);
            changed[i] ^= 4;
            Files.write(key, changed);
            assertEquals(
                    WitnessProblem.KEY_UNREADABLE,
                    assertThrows(WitnessException.class, this::open, "at " + i).problem());
        }
        Files.writeString(key, pem);
        open();
    }
}
