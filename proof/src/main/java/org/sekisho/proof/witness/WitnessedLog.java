package org.sekisho.proof.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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

    /** So many checkpoints are kept as evidence: whoever has signed ones could send them without end, with proofs that aren't any. */
    static final int MOST_EVIDENCE = 100;

    private static final System.Logger LOG = System.getLogger(WitnessedLog.class.getName());
    private static final String EVIDENCE = ".evidence";

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
    private final Contradictions contradictions;
    private Checkpoint latest;

    private WitnessedLog(List<VerifierKey> keys, Path file, Contradictions contradictions, Checkpoint latest) {
        this.keys = List.copyOf(keys);
        this.file = file;
        this.contradictions = contradictions;
        this.latest = latest;
    }

    /** @throws WitnessException where there is a file, and it can't be understood: then nothing may be cosigned */
    static WitnessedLog open(String origin, List<VerifierKey> keys, Path folder, Contradictions contradictions)
            throws WitnessException {
        Path file = folder.resolve(Sha256.hex(origin.getBytes(StandardCharsets.UTF_8)) + ".checkpoint");
        if (!Files.exists(file)) {
            return new WitnessedLog(keys, file, contradictions, new Checkpoint(origin, 0, MerkleHash.emptyRoot()));
        }
        try {
            Checkpoint kept =
                    Checkpoint.parse(SignedNote.parse(Files.readAllBytes(file)).text());
            if (kept.origin().equals(origin)) {
                return new WitnessedLog(keys, file, contradictions, kept);
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
        boolean other = sent.size() == latest.size() && !MessageDigest.isEqual(sent.root(), latest.root());
        if (other) {
            contradicted(request, sent);
        }
        if (request.oldSize() != latest.size() || other) {
            return Step.CONFLICT;
        }
        if (!ConsistencyProof.verify(latest.size(), latest.root(), sent.size(), sent.root(), request.proof())) {
            contradicted(request, sent);
            return Step.UNPROVEN;
        }
        DurableFile.write(file, request.note().bytes());
        latest = sent;
        return Step.TAKEN;
    }

    /** Beside the one that was cosigned, under a name of its own: the log signed both, and may not send this one again. */
    private void contradicted(AddCheckpoint request, Checkpoint sent) {
        String name = Sha256.hex(sent.text().getBytes(StandardCharsets.UTF_8)).substring(0, 16);
        Path evidence = file.resolveSibling(file.getFileName() + "." + sent.size() + "-" + name + EVIDENCE);
        try {
            if (Files.exists(evidence) || kept() >= MOST_EVIDENCE) {
                return;
            }
            DurableFile.write(evidence, request.note().bytes());
        } catch (IOException notKept) {
            LOG.log(System.Logger.Level.ERROR, "Evidence can't be kept: " + evidence, notKept);
            return;
        }
        contradictions.found(sent.origin(), sent.size(), latest.size(), evidence);
    }

    private long kept() throws IOException {
        String mine = file.getFileName() + ".";
        Path folder = Objects.requireNonNull(file.getParent());
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> String.valueOf(each.getFileName()))
                    .filter(each -> each.startsWith(mine) && each.endsWith(EVIDENCE))
                    .count();
        }
    }
}
