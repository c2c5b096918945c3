package org.sekisho.web.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.ejb.trail.TrailLogService;
import org.sekisho.ejb.trail.TrailLogState;
import org.sekisho.ejb.trail.TrailLogState.PublishedTrailKey;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.SignedNote;

/** What pages say of the log over the trail: how far it is signed, with which key, and whether something is wrong with it. */
@Named
@RequestScoped
public class TrailLogPart {

    @Inject
    private TrailLogService log;

    private @Nullable TrailLogState state;

    public TrailLogState getState() {
        if (state == null) {
            state = log.state();
        }
        return state;
    }

    public PublishedTrailKey getKey() {
        return getState().key();
    }

    public Optional<SignedCheckpoint> getLatest() {
        return getState().latest();
    }

    /** How many events the latest checkpoint covers. */
    public long getSize() {
        return getLatest().map(each -> each.checkpoint().size()).orElse(0L);
    }

    /** Who cosigned the latest checkpoint. */
    public List<String> getWitnesses() {
        return getLatest().map(TrailLogPart::cosigners).orElse(List.of());
    }

    private static List<String> cosigners(SignedCheckpoint checkpoint) {
        try {
            return SignedNote.parse(checkpoint.note()).signatures().stream()
                    .map(NoteSignature::name)
                    .filter(name -> !name.equals(checkpoint.checkpoint().origin()))
                    .toList();
        } catch (NoteException malformed) {
            throw new IllegalStateException("A checkpoint is kept that isn't a note", malformed);
        }
    }
}
