package org.sekisho.ejb.agreement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.agreement.SignedFileCheck;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.Command;

/**
 * A signed file on its way in, for one thread. {@link OutsideSigningService#open} permits it, {@link #take} checks and seals the bytes
 * while they come, outside any transaction, and {@link OutsideSigningService#attachSignature} puts it on file. What isn't put on file
 * is swept away later.
 */
public final class SignatureUpload implements Command {

    private static final int BUFFER = 64 * 1024;

    private final UUID id;
    private final AttachSignature command;
    private final Place place;
    private final ContentStore store;
    private @Nullable Taken taken;

    SignatureUpload(UUID id, AttachSignature command, Place place, ContentStore store) {
        this.id = id;
        this.command = command;
        this.place = place;
        this.store = store;
    }

    /** What is known of the file once it is in. */
    record Taken(String sha256, long size, String blob) {}

    /**
     * Takes the whole file in, in constant memory.
     *
     * @throws org.sekisho.domain.shared.Refusal as soon as the file can't pass any more; nothing of it is kept
     */
    public void take(InputStream content) throws IOException {
        SignedFileCheck check = new SignedFileCheck();
        byte[] buffer = new byte[BUFFER];
        try (Writing writing = store.begin(place, SignedFileCheck.MOST_BYTES)) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                check.update(buffer, read);
                writing.write(buffer, 0, read);
            }
            String sha256 = check.finish();
            Stored stored = writing.finish();
            if (!stored.sha256().equals(sha256)) {
                throw new IOException("What was sealed isn't what was checked");
            }
            taken = new Taken(sha256, stored.size(), stored.blob());
        }
    }

    UUID id() {
        return id;
    }

    AttachSignature command() {
        return command;
    }

    /** What passed; empty before {@link #take} has ended well. */
    Optional<Taken> taken() {
        return Optional.ofNullable(taken);
    }

    @Override
    public Subject subject() {
        return command.subject();
    }
}
