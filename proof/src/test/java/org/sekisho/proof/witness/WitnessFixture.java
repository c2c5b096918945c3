package org.sekisho.proof.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.TestTiles;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackFixture;

/** A log that asks a witness, and another that tells another history under the same key. */
final class WitnessFixture {

    static final String ORIGIN = "sekisho.example/trail";
    static final Instant NOW = Instant.parse("2026-11-28T03:00:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final KeyPair PAIR = PackFixture.pair();

    /** For tests that ask for answers only. */
    static final Contradictions UNHEARD = (origin, size, cosigned, evidence) -> {};

    private WitnessFixture() {}

    static VerifierKey key() throws NoteException {
        return VerifierKey.of(ORIGIN, SignatureType.ED25519, PAIR.getPublic());
    }

    static WitnessSettings settings(Path folder) throws NoteException {
        return new WitnessSettings(
                "127.0.0.1",
                0,
                folder.resolve("state"),
                folder.resolve("witness.pem"),
                "witness.example/w",
                Map.of(ORIGIN, List.of(key())));
    }

    static SignedNote note(KeyPair pair, Checkpoint checkpoint) throws NoteException {
        VerifierKey key = VerifierKey.of(checkpoint.origin(), SignatureType.ED25519, pair.getPublic());
        String text = checkpoint.text();
        return new SignedNote(text, List.of(new NoteSigner(key, pair.getPrivate()).sign(text)));
    }

    /** What the honest log asks. */
    static byte[] request(int oldSize, int size) throws IOException {
        return request(oldSize, leaves(size));
    }

    static byte[] request(int oldSize, List<byte[]> leaves) throws IOException {
        TiledTree tree = new TiledTree(leaves.size(), TestTiles.of(leaves));
        Checkpoint checkpoint = new Checkpoint(ORIGIN, leaves.size(), tree.root());
        List<byte[]> proof = oldSize <= leaves.size() ? tree.consistency(oldSize) : List.of();
        return new AddCheckpoint(oldSize, proof, note(PAIR, checkpoint)).bytes();
    }

    static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHash.leaf(("entry " + i).getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The same but for one of them. */
    static List<byte[]> otherLeaves(int count) {
        List<byte[]> other = new ArrayList<>(leaves(count));
        other.set(1, MerkleHash.leaf(new byte[] {1}));
        return other;
    }
}
