package org.sekisho.web.trail;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.Tampering;
import org.sekisho.domain.trail.log.TrailCheck;
import org.sekisho.ejb.trail.TrailLogService;
import org.sekisho.ejb.trail.TrailLogState;
import org.sekisho.ejb.trail.TrailLogState.PublishedTrailKey;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSignature;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.web.shared.Say;

/** What pages say of the log over the trail: how far it is signed, with which key, and whether something is wrong with it. */
@Named
@RequestScoped
public class TrailLogPart {

    private static final int MOST = 20;

    @Inject
    private TrailLogService log;

    @Inject
    private Say say;

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

    /** What the last full check came to, in words. */
    public String getChecked() {
        return getState()
                .lastCheck()
                .map(check -> check.found().isEmpty()
                        ? say.with("trail.log-checked-well", "count", check.size())
                        : say.with(
                                "trail.log-checked-badly",
                                "count",
                                check.size(),
                                "findings",
                                check.found().size()))
                .orElseGet(() -> say.text("trail.log-not-checked", Map.of()));
    }

    /** What it found, a line each, and not too many. */
    public List<String> getFound() {
        return getState().lastCheck().map(TrailCheck::found).orElse(List.of()).stream()
                .limit(MOST)
                .map(this::line)
                .toList();
    }

    private String line(Tampering found) {
        String what = say.of("trail-tampering", found.kind());
        return found.first() == found.last()
                ? say.with("trail.log-found-at", "what", what, "first", found.first())
                : say.text(
                        "trail.log-found-between", Map.of("what", what, "first", found.first(), "last", found.last()));
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
