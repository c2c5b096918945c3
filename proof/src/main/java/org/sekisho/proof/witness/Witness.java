package org.sekisho.proof.witness;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.proof.log.AddCheckpoint;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.VerifierKey;

/**
 * Decides which checkpoints are cosigned (C2SP tlog-witness, "add-checkpoint"). What was cosigned is on the medium before the cosignature
 * is given out. Safe for several threads.
 */
final class Witness implements Closeable {

    private final NoteSigner signer;
    private final Map<String, WitnessedLog> logs;
    private final Clock clock;
    /** Holds the lock on the folder as long as it is open. */
    private final FileChannel lock;

    private Witness(NoteSigner signer, Map<String, WitnessedLog> logs, Clock clock, FileChannel lock) {
        this.signer = signer;
        this.logs = Map.copyOf(logs);
        this.clock = clock;
        this.lock = lock;
    }

    /** Reads what was cosigned before, and keeps other witnesses out of the folder. */
    static Witness open(WitnessSettings settings, Clock clock, Contradictions contradictions) throws WitnessException {
        NoteSigner signer = WitnessKey.open(settings.key(), settings.name());
        FileChannel lock = lock(settings.state());
        try {
            Map<String, WitnessedLog> logs = new HashMap<>();
            for (Map.Entry<String, List<VerifierKey>> log : settings.logs().entrySet()) {
                logs.put(
                        log.getKey(),
                        WitnessedLog.open(log.getKey(), log.getValue(), settings.state(), contradictions));
            }
            return new Witness(signer, logs, clock, lock);
        } catch (WitnessException e) {
            close(lock, e);
            throw e;
        }
    }

    private static FileChannel lock(Path folder) throws WitnessException {
        Path file = folder.resolve("lock");
        try {
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (locked(channel)) {
                return channel;
            }
            channel.close();
        } catch (IOException e) {
            throw new WitnessException(WitnessProblem.STATE_UNREADABLE, file.toString(), e);
        }
        throw new WitnessException(WitnessProblem.STATE_IN_USE, folder.toString());
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            return false;
        }
    }

    private static void close(FileChannel lock, Exception failure) {
        try {
            lock.close();
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The key that cosigns, for those who verify. */
    VerifierKey verifier() {
        return signer.verifier();
    }

    /**
     * @param body of the request
     * @throws IOException when it isn't certain that the checkpoint would be remembered; nothing was cosigned then
     */
    WitnessAnswer add(byte[] body) throws IOException {
        AddCheckpoint request;
        Checkpoint sent;
        try {
            request = AddCheckpoint.parse(body);
            sent = Checkpoint.parse(request.note().text());
        } catch (LogException | NoteException e) {
            return WitnessAnswer.refused(WitnessAnswer.MALFORMED, "not a request to add a checkpoint");
        }
        Optional<WitnessedLog> log = Optional.ofNullable(logs.get(sent.origin()));
        if (log.isEmpty()) {
            return WitnessAnswer.refused(WitnessAnswer.UNKNOWN, "not a log of this witness");
        }
        try {
            request.note().verify(log.get().keys());
        } catch (NoteException e) {
            return WitnessAnswer.refused(WitnessAnswer.UNSIGNED, "not signed by the log");
        }
        if (request.oldSize() > sent.size()) {
            return WitnessAnswer.refused(WitnessAnswer.MALFORMED, "the old size is larger than the checkpoint's");
        }
        return switch (log.get().take(request, sent)) {
            case TAKEN -> WitnessAnswer.cosigned(
                    signer.cosign(request.note().text(), clock.instant()).line());
            case CONFLICT -> WitnessAnswer.conflict(log.get().size());
            case UNPROVEN -> WitnessAnswer.refused(WitnessAnswer.UNPROVEN, "the proof doesn't verify");
        };
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
