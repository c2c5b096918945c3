package org.sekisho.ejb.assurance;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.assurance.evidence.CheckedContent;
import org.sekisho.domain.assurance.evidence.ContentCheck;
import org.sekisho.domain.assurance.evidence.EvidenceLimits;
import org.sekisho.domain.shared.Subject;
import org.sekisho.domain.vault.ContentStore;
import org.sekisho.domain.vault.ContentStore.Stored;
import org.sekisho.domain.vault.ContentStore.Writing;
import org.sekisho.domain.vault.Vault.Place;
import org.sekisho.ejb.shared.Command;

/**
 * A file on its way in, for one thread. {@link EvidenceService#open} permits it, {@link #take} seals and checks the bytes while they
 * come, outside any transaction, and {@link EvidenceService#receive} makes it evidence. What isn't received is swept away later.
 */
public final class EvidenceUpload implements Command {

    private static final int BUFFER = 64 * 1024;

    private final UUID id;
    private final UUID organisation;
    private final UploadEvidence command;
    private final Place place;
    private final ContentStore store;
    private @Nullable CheckedContent checked;
    private @Nullable String blob;

    EvidenceUpload(UUID id, UUID organisation, UploadEvidence command, Place place, ContentStore store) {
        this.id = id;
        this.organisation = organisation;
        this.command = command;
        this.place = place;
        this.store = store;
    }

    /**
     * Takes the whole file in, in constant memory.
     *
     * @throws org.sekisho.domain.shared.Refusal as soon as the file can't pass any more; nothing of it is kept
     */
    public void take(InputStream content) throws IOException {
        ContentCheck check = new ContentCheck(EvidenceLimits.USUAL, command.fileName());
        byte[] buffer = new byte[BUFFER];
        try (Writing writing = store.begin(place, EvidenceLimits.USUAL.mostBytes())) {
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                check.update(buffer, 0, read);
                writing.write(buffer, 0, read);
            }
            CheckedContent passed = check.finish();
            Stored stored = writing.finish();
            if (!stored.sha256().equals(passed.sha256())) {
                throw new IOException("What was sealed isn't what was checked");
            }
            checked = passed;
            blob = stored.blob();
        }
    }

    UUID id() {
        return id;
    }

    UUID organisation() {
        return organisation;
    }

    UploadEvidence command() {
        return command;
    }

    Place place() {
        return place;
    }

    /** What passed; empty before {@link #take} has ended well. */
    Optional<CheckedContent> checked() {
        return Optional.ofNullable(checked);
    }

    String blob() {
        if (blob == null) {
            throw new IllegalStateException("Nothing was taken in");
        }
        return blob;
    }

    @Override
    public Subject subject() {
        return command.subject();
    }
}
