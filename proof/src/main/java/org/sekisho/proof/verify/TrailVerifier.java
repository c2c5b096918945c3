package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.sekisho.proof.bag.BagException;
import org.sekisho.proof.bag.BagProblem;
import org.sekisho.proof.bag.BagSource;
import org.sekisho.proof.hash.InclusionProof;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackKey;
import org.sekisho.proof.pack.PackTrail;

/**
 * Checks the trail in a pack: that the key in it signed the checkpoint, and that each event stands in the log under that checkpoint, once.
 * Events and proofs are read one at a time; what is kept is a number for each of them.
 */
final class TrailVerifier {

    /** Above any proof: its hashes, and the largest note. */
    private static final int PROOF_LIMIT = SignedNote.MOST_BYTES + 8 * 1024;

    private final BagSource source;
    private final byte[] note;
    private final Checkpoint checkpoint;
    /** The paths of the proofs, in their order, and which of them were asked for by an event. */
    private final String[] proofs;

    private final BitSet asked = new BitSet();
    private final Set<Long> places = new HashSet<>();
    /** A few: one for each sample of the engagement. */
    private final List<FrozenPopulation> frozen = new ArrayList<>();

    private TrailVerifier(BagSource source, byte[] note, Checkpoint checkpoint) {
        this.source = source;
        this.note = note;
        this.checkpoint = checkpoint;
        this.proofs = source.files().tailMap(PackTrail.PROOFS).keySet().stream()
                .takeWhile(path -> path.startsWith(PackTrail.PROOFS))
                .toArray(String[]::new);
    }

    /**
     * @return what was verified; empty where the pack has no events, and nothing that a checkpoint belongs to
     * @throws TrailException naming the first file, line or event that fails
     * @throws BagException where a file is missing
     */
    static Optional<VerifiedTrail> verify(BagSource source) throws IOException {
        if (!source.files().containsKey(PackTrail.CHECKPOINT)) {
            requireNothingToProve(source);
            return Optional.empty();
        }
        PackKey key = PackKey.fromPem(read(source, PackTrail.KEY, SignedNote.MOST_BYTES))
                .orElseThrow(() -> new TrailException(TrailProblem.TRAIL_KEY_MALFORMED, PackTrail.KEY));
        byte[] note = read(source, PackTrail.CHECKPOINT, SignedNote.MOST_BYTES);
        SignedCheckpoint signed = SignedCheckpoint.parse(note, PackTrail.CHECKPOINT);
        signed.requireSignedBy(key);
        TrailVerifier verifier = new TrailVerifier(source, note, signed.checkpoint());
        long events = verifier.verifyEvents();
        List<KnownKey> keys = new TrailKeyChain(source, verifier).verify(key);
        return Optional.of(new VerifiedTrail(keys, events, signed.checkpoint().size(), verifier.frozen));
    }

    /** Events that no checkpoint covers are whatever the signer of the pack wrote: only that there were none is believed without. */
    private static void requireNothingToProve(BagSource source) throws IOException {
        for (String path : source.files().keySet()) {
            if (path.equals(PackTrail.ENTRIES) ? holdsAny(source, path) : belongs(path)) {
                throw new TrailException(TrailProblem.CHECKPOINT_MISSING, path);
            }
        }
    }

    private static boolean holdsAny(BagSource source, String path) throws IOException {
        try (InputStream content = source.open(path)) {
            return content.read() >= 0;
        }
    }

    private static boolean belongs(String path) {
        return path.equals(PackTrail.KEY) || path.startsWith(PackTrail.FOLDER) || TrailKeyChain.belongs(path);
    }

    private long verifyEvents() throws IOException {
        long events = 0;
        try (InputStream content = source.open(PackTrail.ENTRIES)) {
            EventLines lines = new EventLines(content);
            for (Optional<byte[]> leaf = lines.next(); leaf.isPresent(); leaf = lines.next()) {
                verifyEvent(EventLeaf.id(leaf.get()).orElseThrow(lines::malformed), leaf.get());
                events++;
            }
        }
        int unasked = asked.nextClearBit(0);
        if (unasked < proofs.length) {
            throw new TrailException(TrailProblem.PROOF_WITHOUT_EVENT, proofs[unasked]);
        }
        return events;
    }

    private void verifyEvent(String id, byte[] leaf) throws IOException {
        String path = PackTrail.proof(id);
        int proof = Arrays.binarySearch(proofs, path);
        if (proof < 0) {
            throw new TrailException(TrailProblem.EVENT_UNPROVEN, id);
        }
        if (asked.get(proof)) {
            throw new TrailException(TrailProblem.EVENT_TWICE, id);
        }
        asked.set(proof);
        LogProof found = proven(path, leaf);
        if (!places.add(found.index())) {
            throw new TrailException(TrailProblem.PLACE_TWICE, path);
        }
        FrozenPopulation.of(leaf, found.index()).ifPresent(frozen::add);
    }

    /** The proof at this path, which has to lead from the leaf to the pack's checkpoint. */
    LogProof proven(String path, byte[] leaf) throws IOException {
        LogProof found = proof(path);
        boolean included = InclusionProof.verify(
                MerkleHash.leaf(leaf), found.index(), checkpoint.size(), found.path(), checkpoint.root());
        if (!included) {
            throw new TrailException(TrailProblem.NOT_INCLUDED, path);
        }
        return found;
    }

    /** The signature of the checkpoint in it was verified once: what matters is that the bytes are the same. */
    private LogProof proof(String path) throws IOException {
        try {
            LogProof proof = LogProof.parse(read(source, path, PROOF_LIMIT));
            if (Arrays.equals(proof.checkpoint().bytes(), note)) {
                return proof;
            }
        } catch (LogException | NoteException malformed) {
            throw new TrailException(TrailProblem.PROOF_MALFORMED, path);
        }
        throw new TrailException(TrailProblem.PROOF_OF_OTHER_CHECKPOINT, path);
    }

    /** The file as it is; refused where it is longer than such a file can be. */
    static byte[] read(BagSource source, String path, int limit) throws IOException {
        try (InputStream content = source.open(path)) {
            byte[] bytes = content.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new BagException(BagProblem.TOO_LARGE, path);
            }
            return bytes;
        }
    }
}
