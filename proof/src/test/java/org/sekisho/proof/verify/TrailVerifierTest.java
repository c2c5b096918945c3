package org.sekisho.proof.verify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.pack.PackTrail;

class TrailVerifierTest {

    private static final int EVENTS = 3;

    private TrailFixture trail;
    private String first;
    private String second;

    @BeforeEach
    void write() throws IOException {
        trail = new TrailFixture(EVENTS);
        first = trail.ids.get(0);
        second = trail.ids.get(1);
    }

    @Test
    void everyEventIsProven() throws IOException {
        assertEquals(
                Optional.of(new VerifiedTrail(List.of(TrailFixture.key()), EVENTS, 2 * EVENTS, List.of())),
                TrailVerifier.verify(trail.source()));
        TrailFixture large = new TrailFixture(700);
        assertEquals(700, TrailVerifier.verify(large.source()).orElseThrow().events());
    }

    @Test
    void aTrailOfNoEventsIsATrail() throws IOException {
        trail.ids.forEach(id -> trail.files.remove(PackTrail.proof(id)));
        trail.put(PackTrail.ENTRIES, new byte[0]);
        assertEquals(0, TrailVerifier.verify(trail.source()).orElseThrow().events());
    }

    @Test
    void everyChangedByteIsRefused() throws IOException {
        trail = new TrailFixture(2);
        for (String path : List.copyOf(trail.files.keySet())) {
            byte[] content = trail.get(path);
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 2;
                trail.put(path, changed);
                int at = i;
                assertThrows(
                        TrailException.class, () -> TrailVerifier.verify(trail.source()), () -> path + " at " + at);
            }
            trail.put(path, content);
        }
    }

    @Test
    void everyMissingFileIsRefused() {
        for (String path : List.copyOf(trail.files.keySet())) {
            byte[] content = trail.get(path);
            trail.files.remove(path);
            assertThrows(IOException.class, () -> TrailVerifier.verify(trail.source()), path);
            trail.put(path, content);
        }
    }

    @Test
    void withoutEventsThereIsNothingToProve() throws IOException {
        trail.files.clear();
        assertEquals(Optional.empty(), TrailVerifier.verify(trail.source()));
        trail.put(PackTrail.ENTRIES, new byte[0]);
        assertEquals(Optional.empty(), TrailVerifier.verify(trail.source()));
    }

    @Test
    void whatRestsOnACheckpointIsRefusedWithoutIt() {
        trail.files.remove(PackTrail.CHECKPOINT);
        refused(TrailProblem.CHECKPOINT_MISSING, PackTrail.ENTRIES);
        trail.files.remove(PackTrail.ENTRIES);
        refused(TrailProblem.CHECKPOINT_MISSING, PackTrail.proof(first));
        trail.ids.forEach(id -> trail.files.remove(PackTrail.proof(id)));
        refused(TrailProblem.CHECKPOINT_MISSING, PackTrail.KEY);
    }

    @Test
    void anEventWithoutAProofIsNamed() {
        trail.files.remove(PackTrail.proof(second));
        refused(TrailProblem.EVENT_UNPROVEN, second);
    }

    @Test
    void aProofWithoutAnEventIsNamed() {
        trail.put(PackTrail.ENTRIES, lines(first, trail.ids.get(2)));
        refused(TrailProblem.PROOF_WITHOUT_EVENT, PackTrail.proof(second));
        trail.put(PackTrail.PROOFS + "readme.txt", new byte[0]);
        trail.put(PackTrail.ENTRIES, lines(first, second, trail.ids.get(2)));
        refused(TrailProblem.PROOF_WITHOUT_EVENT, PackTrail.PROOFS + "readme.txt");
    }

    @Test
    void anEventThatStandsThereTwiceIsNamed() {
        trail.put(PackTrail.ENTRIES, lines(first, second, first, trail.ids.get(2)));
        refused(TrailProblem.EVENT_TWICE, first);
    }

    /** The log of this pack holds one leaf, and two of the pack's files say that they prove it. */
    @Test
    void aProofOfAnotherEventsPlaceIsRefused() {
        trail.put(PackTrail.proof(second), trail.get(PackTrail.proof(first)));
        refused(TrailProblem.NOT_INCLUDED, PackTrail.proof(second));
    }

    @Test
    void aProofUnderAnotherCheckpointOfTheSameLogIsRefused() throws IOException {
        LogProof proof = LogProof.parse(trail.get(PackTrail.proof(first)));
        SignedNote cosigned =
                proof.checkpoint().with(proof.checkpoint().signatures().get(0));
        trail.put(PackTrail.proof(first), new LogProof(proof.index(), proof.path(), cosigned).bytes());
        refused(TrailProblem.PROOF_OF_OTHER_CHECKPOINT, PackTrail.proof(first));
    }

    @Test
    void aCheckpointOfAnotherSignerIsRefused() throws IOException {
        trail.put(
                PackTrail.CHECKPOINT,
                TrailFixture.note(PackFixture.pair(), List.of()).bytes());
        refused(TrailProblem.CHECKPOINT_UNSIGNED, PackTrail.CHECKPOINT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\n", "{}\n", "[]\n", "null\n", "EVENT", "EVENT\r\n", " EVENT\n", "EVENT \n", "EVENT\nEVENT"})
    void aLineThatIsNoEventIsRefused(String text) {
        String event = new String(TrailFixture.leaf(first), StandardCharsets.UTF_8);
        byte[] entries = text.replace("EVENT", event).getBytes(StandardCharsets.UTF_8);
        trail.put(PackTrail.ENTRIES, entries);
        refused(TrailProblem.EVENT_MALFORMED, PackTrail.ENTRIES + (text.startsWith("EVENT\nEVENT") ? ":2" : ":1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"v\":1 \"v\":2",
                "\"v\":1 \"v\":\"1\"",
                "\"act\": \"act\":\t",
                "\"act\": \"acts\":",
                "\"organisation\":\"\" \"organisation\":null",
                "\"subject\": \"more\":\"\",\"subject\":",
                "0198 019A",
                "\u5354 \\u5354"
            })
    void anEventInAnotherFormIsRefused(String change) {
        String[] words = change.split(" ", 2);
        String event = new String(TrailFixture.leaf(first), StandardCharsets.UTF_8);
        String changed = event.replace(words[0], words[1]);
        trail.put(PackTrail.ENTRIES, (changed + "\n").getBytes(StandardCharsets.UTF_8));
        refused(TrailProblem.EVENT_MALFORMED, PackTrail.ENTRIES + ":1");
    }

    @Test
    void aLineWithoutEndIsRefusedBeforeItIsHeld() {
        byte[] endless = new byte[1 << 20];
        trail.put(PackTrail.ENTRIES, endless);
        refused(TrailProblem.EVENT_MALFORMED, PackTrail.ENTRIES + ":1");
    }

    @Test
    void aProofTooLargeIsRefused() {
        trail.put(PackTrail.proof(first), new byte[2 << 20]);
        assertThrows(BagException.class, () -> TrailVerifier.verify(trail.source()));
    }

    private static byte[] lines(String... ids) {
        ByteArrayOutputStream lines = new ByteArrayOutputStream();
        IntStream.range(0, ids.length).forEach(i -> lines.writeBytes(TrailFixture.line(ids[i])));
        return lines.toByteArray();
    }

    private void refused(TrailProblem problem, String where) {
        TrailException refused = assertThrows(TrailException.class, () -> TrailVerifier.verify(trail.source()));
        assertEquals(problem, refused.problem());
        assertEquals(where, refused.where());
    }
}
