package org.sekisho.persistence.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.CheckpointMemory;
import org.sekisho.proof.file.DurableFile;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignedNote;

/** The last checkpoint beside the key that signed it: {@code signing/trail.checkpoint} in the key folder. */
@ApplicationScoped
public class FileCheckpointMemory implements CheckpointMemory {

    private static final Logger LOG = Logger.getLogger(FileCheckpointMemory.class.getName());
    private static final String NAME = "trail.checkpoint";

    private final Path folder;

    @Inject
    public FileCheckpointMemory(Settings settings) {
        this(settings.keys());
    }

    FileCheckpointMemory(Path keys) {
        folder = keys.resolve("signing");
    }

    /** For the container's proxy. */
    protected FileCheckpointMemory() {
        this(Path.of(""));
    }

    @Override
    public Optional<byte[]> last() {
        try {
            return Optional.of(Files.readAllBytes(folder.resolve(NAME)));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Whether one of the same log that is larger is remembered. A sequencer that was paused after its commit comes with its own when another
     * has led for long: without this the end of the log could be cut back as far as that, and nobody would notice.
     */
    private boolean isOlder(byte[] note) {
        Optional<Checkpoint> kept = last().flatMap(FileCheckpointMemory::parse);
        Optional<Checkpoint> signed = parse(note);
        return kept.isPresent()
                && signed.isPresent()
                && kept.get().origin().equals(signed.get().origin())
                && kept.get().size() > signed.get().size();
    }

    private static Optional<Checkpoint> parse(byte[] note) {
        try {
            return Optional.of(Checkpoint.parse(SignedNote.parse(note).text()));
        } catch (NoteException | LogException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public void remember(byte[] note) {
        try {
            PrivateFiles.makeFolder(folder);
            if (isOlder(note)) {
                LOG.log(Level.INFO, "A checkpoint that was signed meanwhile is remembered beside the key");
                return;
            }
            DurableFile.write(folder.resolve(NAME), note);
        } catch (IOException | UncheckedIOException notNow) {
            // What is signed is durable in the database: the memory lags behind until the next checkpoint.
            LOG.log(Level.WARNING, "The checkpoint can't be remembered beside the key", notNow);
        }
    }
}
