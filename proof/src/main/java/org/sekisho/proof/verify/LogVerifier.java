package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sekisho.proof.file.DurableFile;
import org.sekisho.proof.hash.ConsistencyProof;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackKey;

/**
 * Verifies that a live log continues an older checkpoint of it: one key signed both, and the tree of the new one begins with the whole tree
 * of the older one. A contradiction is told only when it is proven by two signed checkpoints. Stops at the first failure.
 */
final class LogVerifier {

    /** Ends the name of the file for a checkpoint that contradicts the older one. */
    private static final String EVIDENCE = ".evidence";

    private final Task.VerifyLog task;
    private final LogClient client;
    private final List<CheckResult> results = new ArrayList<>();
    private LogCheck current = LogCheck.LOG_SIGNER;

    private LogVerifier(Task.VerifyLog task) {
        this.task = task;
        this.client = new LogClient(task.address());
    }

    /** @return one result for each {@link LogCheck} that was asked for, in their order */
    static List<CheckResult> verify(Task.VerifyLog task) {
        return new LogVerifier(task).verify();
    }

    private List<CheckResult> verify() {
        try {
            verifyLog();
        } catch (TrailException e) {
            results.add(CheckResult.failed(current, e.problem(), e.where()));
        } catch (UnreachableException e) {
            results.add(CheckResult.failed(current, LiveProblem.UNREACHABLE, e.what()));
        } catch (LogException e) {
            results.add(CheckResult.failed(current, LiveProblem.TILE_WRONG, client.url("tile/")));
        } catch (IOException e) {
            String file = current == LogCheck.LOG_SIGNER ? task.keyFile().orElse("") : task.from();
            results.add(CheckResult.failed(current, PackProblem.UNREADABLE, file));
        }
        for (LogCheck check : LogCheck.values()) {
            boolean asked = check != LogCheck.SAVED || task.save().isPresent();
            if (asked && check.ordinal() >= results.size()) {
                results.add(CheckResult.notChecked(check));
            }
        }
        return List.copyOf(results);
    }

    private void verifyLog() throws IOException {
        PackKey key = key();
        CheckResult signer = signer(key.fingerprint());
        results.add(signer);
        if (signer.outcome() == CheckOutcome.FAILED) {
            return;
        }
        current = LogCheck.OLD_CHECKPOINT;
        Checkpoint old = signed(read(Path.of(task.from())), task.from(), key).checkpoint();
        results.add(CheckResult.passed(current, old.size()));

        current = LogCheck.NEW_CHECKPOINT;
        byte[] served = client.checkpoint();
        SignedCheckpoint signed = signed(served, client.url("checkpoint"), key);
        Checkpoint now = signed.checkpoint();
        if (!now.origin().equals(old.origin())) {
            results.add(CheckResult.failed(current, LiveProblem.OTHER_LOG, now.origin()));
            return;
        }
        results.add(CheckResult.passed(current, now.size()));

        current = LogCheck.GROWTH;
        CheckResult growth = growth(old, now);
        if (growth.outcome() == CheckOutcome.PASSED) {
            // A contradiction is told first: it is evidence, whoever cosigned.
            signed.requireCosignedBy(task.witnesses());
        }
        results.add(growth);
        if (task.save().isPresent() && isWorthKeeping(growth)) {
            current = LogCheck.SAVED;
            String contradiction = growth.outcome() == CheckOutcome.PASSED ? "" : EVIDENCE;
            results.add(save(Path.of(task.save().get() + contradiction), served));
        }
    }

    /** A log that contradicts itself may serve another checkpoint when it is asked again: this one is the evidence. */
    private static boolean isWorthKeeping(CheckResult growth) {
        return growth.outcome() == CheckOutcome.PASSED
                || growth.problem().equals(LiveProblem.FORKED.name())
                || growth.problem().equals(LiveProblem.CUT_BACK.name());
    }

    private PackKey key() throws IOException {
        String where = task.keyFile().orElseGet(() -> client.url("key.pem"));
        byte[] pem = task.keyFile().isPresent() ? read(Path.of(where)) : client.key();
        return PackKey.fromPem(pem).orElseThrow(() -> new TrailException(TrailProblem.TRAIL_KEY_MALFORMED, where));
    }

    /** A key that was given as a file is the expected one; one that the log serves has to be compared. */
    private CheckResult signer(String found) {
        if (task.fingerprint().isPresent() && !found.equals(task.fingerprint().get())) {
            return CheckResult.failed(LogCheck.LOG_SIGNER, LiveProblem.OTHER_LOG_KEY, found);
        }
        return task.fingerprint().isPresent() || task.keyFile().isPresent()
                ? CheckResult.passed(LogCheck.LOG_SIGNER, found)
                : CheckResult.notChecked(LogCheck.LOG_SIGNER, found);
    }

    private static SignedCheckpoint signed(byte[] note, String where, PackKey key) throws TrailException {
        SignedCheckpoint signed = SignedCheckpoint.parse(note, where);
        signed.requireSignedBy(key);
        return signed;
    }

    private CheckResult growth(Checkpoint old, Checkpoint now) throws IOException {
        if (now.size() < old.size()) {
            return CheckResult.failed(current, LiveProblem.CUT_BACK, old.size() + " > " + now.size());
        }
        TiledTree tree = new TiledTree(now.size(), client);
        boolean same = now.size() == old.size();
        byte[] before = same ? now.root() : tree.root(old.size());
        // Only hashes that the new checkpoint is over say anything about the older one.
        boolean proven =
                ConsistencyProof.verify(old.size(), before, now.size(), now.root(), tree.consistency(old.size()));
        if (!proven) {
            return CheckResult.failed(current, LiveProblem.TILE_WRONG, client.url("tile/"));
        }
        if (!Arrays.equals(before, old.root())) {
            return CheckResult.failed(current, LiveProblem.FORKED, String.valueOf(old.size()));
        }
        return CheckResult.passed(
                current, old.size(), now.size(), (long) task.witnesses().size());
    }

    private CheckResult save(Path file, byte[] checkpoint) {
        try {
            DurableFile.write(file, checkpoint);
            return CheckResult.passed(LogCheck.SAVED, file.toString());
        } catch (IOException e) {
            return CheckResult.failed(LogCheck.SAVED, LiveProblem.NOT_SAVED, file.toString());
        }
    }

    private static byte[] read(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return content.readNBytes(SignedNote.MOST_BYTES + 1);
        }
    }
}
