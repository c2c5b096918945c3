package org.sekisho.proof.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import org.sekisho.proof.file.DurableFile;
import org.sekisho.proof.hash.ConsistencyProof;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;

/** One log that a witness follows, and the checkpoint of it that was cosigned last. */
final class WitnessedLog {

    /** What came of a checkpoint that was sent. */
    enum Step {
        TAKEN,
        /** It continues, or replaces, another checkpoint than the one that was cosigned last. */
        CONFLICT,
        /** The proof doesn't lead from the one to the other. */
        UNPROVEN
    }

    private final List<VerifierKey> keys;
    private final Path file;
    private Checkpoint latest;

    private WitnessedLog(List<VerifierKey> keys, Path file, Checkpoint latest) {
        this.keys = List.copyOf(keys);
        this.file = file;
        this.latest = latest;
    }

    /** @throws WitnessException where there is a file, and it can't be understood: then nothing may be cosigned */
    static WitnessedLog open(String origin, List<VerifierKey> keys, Path folder) throws WitnessException {
        Path file = folder.resolve(Sha256.hex(origin.getBytes(StandardCharsets.UTF_8)) + ".checkpoint");
        if (!Files.exists(file)) {
            return new WitnessedLog(keys, file, new Checkpoint(origin, 0, MerkleHash.emptyRoot()));
        }
        try {
            Checkpoint kept =
                    Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
            if (kept.origin().equals(origin)) {
                return new WitnessedLog(keys, file, kept);
            }
        } catch (IOException e) {
            throw new WitnessException(WitnessProblem.STATE_UNREADABLE, file.toString(), e);
        }
        throw new WitnessException(WitnessProblem.STATE_UNREADABLE, file.toString());
    }

    List<VerifierKey> keys() {
        return keys;
    }

    synchronized long size() {
        return latest.size();
    }

    /**
     * Takes a checkpoint that continues the latest one. One at a time: otherwise two that contradict each other could both be compared with
     * the same one before.
     *
     * @throws IOException when it isn't certain that it will be remembered; then it isn't taken
     */
    synchronized Step take(AddCheckpoint request, Checkpoint sent) throws IOException {
        boolean other = request.oldSize() == sent.size() && !MessageDigest.isEqual(sent.root(), latest.root());
        if (request.oldSize() != latest.size() || other) {
            return Step.CONFLICT;
        }
        if (!ConsistencyProof.verify(latest.size(), latest.root(), sent.size(), sent.root(), request.proof())) {
            return Step.UNPROVEN;
        }
        DurableFile.write(file, request.note().bytes());
        latest = sent;
        return Step.TAKEN;
    }
}
