package org.sekisho.ejb.trail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sekisho.domain.trail.log.ForWitness;
import org.sekisho.domain.trail.log.LogDamage;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.Witness;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.TestTiles;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackFixture;
import org.sekisho.proof.witness.WitnessServer;
import org.sekisho.proof.witness.WitnessSettings;

/** A log and the witness that is shipped: what the log makes of its answers. */
class WitnessConversationTest {

    private static final String ORIGIN = "sekisho.example/trail";
    private static final KeyPair PAIR = PackFixture.pair();
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-28T03:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder = Path.of("");

    private final List<Path> evidence = new CopyOnWriteArrayList<>();
    private final TrailAlarm alarm = new TrailAlarm();
    private final Portal portal = new Portal();
    private final WitnessConversation conversation = new WitnessConversation(portal, alarm);
    private Optional<WitnessServer> server = Optional.empty();

    @BeforeEach
    void start() throws IOException {
        WitnessSettings settings = new WitnessSettings(
                "127.0.0.1",
                0,
                folder.resolve("state"),
                folder.resolve("witness.pem"),
                "witness.example/w",
                Map.of(ORIGIN, List.of(VerifierKey.of(ORIGIN, SignatureType.ED25519, PAIR.getPublic()))));
        server =
                Optional.of(WitnessServer.start(settings, CLOCK, (origin, size, cosigned, kept) -> evidence.add(kept)));
    }

    @AfterEach
    void stop() {
        server.ifPresent(WitnessServer::close);
    }

    @Test
    void aLogThatGrowsIsCosigned() {
        portal.leaves = leaves(5);
        assertTrue(ask());
        portal.leaves = leaves(9);
        assertTrue(ask());
        assertEquals(9, portal.cosigned);
        assertTrue(ask(), "nothing is new");
        assertEquals(Optional.empty(), alarm.damage());
    }

    /** The database was set back before the answer was kept, and the log didn't grow: it is the same checkpoint. */
    @Test
    void anAnswerThatWasLostIsFetchedAgain() {
        portal.leaves = leaves(5);
        assertTrue(ask());
        portal.cosigned = 0;
        assertTrue(ask());
        assertEquals(5, portal.cosigned);
        assertEquals(Optional.empty(), alarm.damage());
    }

    /** As where a backup is restored together with the folder of keys: nobody but the witness knows more. */
    @Test
    void aLogThatLostEntriesRaisesTheAlarm() {
        portal.leaves = leaves(9);
        assertTrue(ask());
        portal.leaves = leaves(6);
        portal.cosigned = 5;
        assertFalse(ask());
        assertEquals(Optional.of(LogDamage.WITNESS_AHEAD), alarm.damage());
        assertFalse(LogDamage.WITNESS_AHEAD.stopsSigning());
    }

    @Test
    void anotherRootOfTheSameSizeRaisesTheAlarmAndIsKeptAsEvidence() throws IOException {
        portal.leaves = leaves(9);
        assertTrue(ask());
        portal.leaves = otherLeaves(9);
        portal.cosigned = 0;
        assertFalse(ask());
        assertEquals(Optional.of(LogDamage.WITNESS_DISAGREES), alarm.damage());
        assertEquals(new String(portal.note().bytes(), StandardCharsets.UTF_8), Files.readString(evidence.get(0)));
    }

    @Test
    void anotherHistoryThatGrewRaisesTheAlarmAndIsKeptAsEvidence() throws IOException {
        portal.leaves = leaves(5);
        assertTrue(ask());
        portal.leaves = otherLeaves(9);
        assertFalse(ask());
        assertEquals(Optional.of(LogDamage.WITNESS_DISAGREES), alarm.damage());
        assertEquals(new String(portal.note().bytes(), StandardCharsets.UTF_8), Files.readString(evidence.get(0)));
    }

    /** A backup that went on: at first the witness is ahead, later it disagrees. */
    @Test
    void aLogThatGrewAnewBeyondWhatItLostRaisesTheAlarm() {
        portal.leaves = leaves(5);
        assertTrue(ask());
        portal.leaves = otherLeaves(9);
        portal.cosigned = 1;
        assertFalse(ask());
        assertEquals(Optional.of(LogDamage.WITNESS_DISAGREES), alarm.damage());
    }

    @Test
    void theAlarmIsOverWhenTheWitnessCosignsAgain() {
        portal.leaves = leaves(9);
        assertTrue(ask());
        portal.leaves = leaves(6);
        portal.cosigned = 5;
        assertFalse(ask());
        portal.leaves = leaves(10);
        assertTrue(ask());
        assertEquals(Optional.empty(), alarm.damage());
    }

    /** Nobody outside may stop the log: what damages it otherwise is told first, and isn't over when a witness agrees. */
    @Test
    void whatStopsTheSigningIsToldFirst() {
        alarm.contradicted("witness.example/w", LogDamage.WITNESS_AHEAD);
        alarm.raise(LogDamage.CUT_BACK);
        assertEquals(Optional.of(LogDamage.CUT_BACK), alarm.damage());
        alarm.agreed("witness.example/w");
        assertEquals(Optional.of(LogDamage.CUT_BACK), alarm.damage());
        alarm.calm();
        assertEquals(Optional.empty(), alarm.damage());
    }

    private boolean ask() {
        WitnessServer asked = server.orElseThrow();
        URI address = URI.create("http://127.0.0.1:" + asked.address().getPort());
        return conversation.ask(new Witness(asked.verifier(), address));
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The same but for one of them. */
    private static List<byte[]> otherLeaves(int count) {
        List<byte[]> other = new ArrayList<>(leaves(count));
        other.set(1, MerkleHash.leaf(new byte[] {1}));
        return other;
    }

    /** What the portal has of its log. */
    private final class Portal implements WitnessConversation.Log {

        private List<byte[]> leaves = List.of();
        private long cosigned;

        private SignedNote note() throws NoteException {
            Checkpoint checkpoint = checkpoint();
            VerifierKey key = VerifierKey.of(ORIGIN, SignatureType.ED25519, PAIR.getPublic());
            String text = checkpoint.text();
            return new SignedNote(text, List.of(new NoteSigner(key, PAIR.getPrivate()).sign(text)));
        }

        private Checkpoint checkpoint() {
            try {
                return new Checkpoint(ORIGIN, leaves.size(), new TiledTree(leaves.size(), TestTiles.of(leaves)).root());
            } catch (IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }

        @Override
        public Optional<ForWitness> next(String witness) {
            return leaves.size() > cosigned ? Optional.of(asking(cosigned)) : Optional.empty();
        }

        @Override
        public Optional<ForWitness> after(long size) {
            return leaves.size() >= size ? Optional.of(asking(size)) : Optional.empty();
        }

        private ForWitness asking(long old) {
            try {
                SignedCheckpoint latest =
                        new SignedCheckpoint(checkpoint(), CLOCK.instant(), "SHA256:x", note().bytes());
                return ForWitness.of(old, latest, TestTiles.of(leaves));
            } catch (NoteException unsigned) {
                throw new IllegalStateException(unsigned);
            }
        }

        @Override
        public boolean keep(String witness, long size, String line) {
            try {
                SignedNote cosignature = new SignedNote(note().text(), List.of(NoteSignature.parse(line)));
                cosignature.verify(List.of(server.orElseThrow().verifier()));
                cosigned = size;
                return true;
            } catch (NoteException wrong) {
                return false;
            }
        }
    }
}
