package org.sekisho.ejb.report.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.report.intake.IntakeLimits;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.Command;

/**
 * A file of reports on its way in, for one thread. {@link IntakeService#open} permits it, {@link #take} seals the bytes while they come,
 * outside any transaction, and {@link IntakeService#begin} begins to read it. What isn't begun is swept away later.
 */
public final class IntakeUpload implements Command {

    private static final int BUFFER = 64 * 1024;

    private final UUID id;
    private final ImportReports command;
    private final Place place;
    private final ContentStore store;
    private @Nullable Stored stored;

    IntakeUpload(UUID id, ImportReports command, Place place, ContentStore store) {
        this.id = id;
        this.command = command;
        this.place = place;
        this.store = store;
    }

    /**
     * Takes the whole file in, in constant memory.
     *
     * @throws org.sekisho.domain.shared.Refusal when it is too large; nothing of it is kept then
     */
    public void take(InputStream content) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (Writing writing = store.begin(place, IntakeLimits.USUAL.fileBytes())) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                writing.write(buffer, 0, read);
            }
            stored = writing.finish();
        }
    }

    /** SHA-256 of what was taken in, in lower-case hexadecimal. */
    public String sha256() {
        return stored().map(Stored::sha256).orElseThrow();
    }

    UUID id() {
        return id;
    }

    ImportReports command() {
        return command;
    }

    Place place() {
        return place;
    }

    /** What stands in the store; empty before {@link #take} has ended well. */
    Optional<Stored> stored() {
        return Optional.ofNullable(stored);
    }

    @Override
    public Subject subject() {
        return command.subject();
    }
}
