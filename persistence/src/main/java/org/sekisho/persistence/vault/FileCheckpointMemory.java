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

    @Override
    public void remember(byte[] note) {
        try {
            PrivateFiles.makeFolder(folder);
            DurableFile.write(folder.resolve(NAME), note);
        } catch (IOException notNow) {
            // What is signed is durable in the database: the memory lags behind until the next checkpoint.
            LOG.log(Level.WARNING, "The checkpoint can't be remembered beside the key", notNow);
        }
    }
}
