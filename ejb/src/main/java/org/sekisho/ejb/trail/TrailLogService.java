package org.sekisho.ejb.trail;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;
import org.sekisho.domain.trail.TrailDirectory;
import org.sekisho.domain.trail.TrailError;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailChecks;
import org.sekisho.domain.trail.log.TrailKey;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.domain.trail.log.TrailLogReader;
import org.sekisho.domain.trail.log.TrailLogReader.KeyInForce;
import org.sekisho.ejb.shared.About;
import org.sekisho.ejb.shared.Permission;
import org.sekisho.ejb.shared.Permission.Recorded;
import org.sekisho.ejb.shared.UseCases;
import org.sekisho.ejb.trail.TrailLogState.PublishedTrailKey;
import org.sekisho.proof.log.EntryBundle;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.TiledTree;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackKey;

/**
 * The log over the trail: checkpoints, tiles and proofs of consistency for everybody, since they are hashes and signatures; proofs of events
 * and the events themselves for those who may see them.
 */
@Stateless
@TransactionManagement(TransactionManagementType.BEAN)
@UseCases
public class TrailLogService {

    @Inject
    private TrailLogReader log;

    @Inject
    private TrailDirectory trail;

    @Inject
    private TrailKeys keys;

    @Inject
    private TrailChecks checks;

    @Inject
    private TrailAlarm alarm;

    /** The key, the latest checkpoint, and whether something is wrong. */
    @Permission(value = "trail-log:read", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public TrailLogState state() {
        TrailKey key = keys.current();
        var latest = log.latest();
        return new TrailLogState(
                new PublishedTrailKey(key.open().fingerprint(), key.open().pem()),
                latest.map(each ->
                        key.signer(each.checkpoint().origin()).verifier().text()),
                latest.map(each -> retiring(each.checkpoint().origin())).orElse(List.of()),
                latest.map(each -> earlier(each.checkpoint().origin())).orElse(List.of()),
                latest,
                checks.latest(),
                alarm.damage());
    }

    private List<String> retiring(String origin) {
        return keys.retiring().stream()
                .map(key -> key.signer(origin).verifier().text())
                .toList();
    }

    /** What was signed in their time is checked with them still: their files may be gone, their public halves stay. */
    private List<String> earlier(String origin) {
        Set<String> signing =
                keys.all().stream().map(key -> key.open().fingerprint()).collect(Collectors.toSet());
        return log.keys().stream()
                .filter(key -> !signing.contains(key.fingerprint()))
                .map(key -> verifierKey(origin, key))
                .toList();
    }

    private static String verifierKey(String origin, KeyInForce key) {
        try {
            return VerifierKey.of(
                            origin,
                            SignatureType.ED25519,
                            PackKey.of(key.subjectPublicKeyInfo()).key())
                    .text();
        } catch (NoteException noName) {
            throw new IllegalStateException(origin, noName);
        }
    }

    /** The latest checkpoint, a signed note; {@link SharedError#NOT_FOUND} before the first. */
    @Permission(value = "trail-log:read", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public byte[] checkpoint() {
        return requireLatest().note();
    }

    /** The hashes of a tile; {@link SharedError#NOT_FOUND} where the log has none so wide. */
    @Permission(value = "trail-log:read", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public byte[] tile(Tile tile) {
        return reading(() -> log.tiles().read(tile));
    }

    /**
     * That the log grew from one size to another (RFC 6962, section 2.1.2).
     *
     * @throws Refusal with {@link TrailError#SIZE_NOT_POSSIBLE} where there were no such sizes
     */
    @Permission(value = "trail-log:read", beforeSignIn = true, recorded = Recorded.REFUSALS)
    public List<byte[]> consistency(long from, long to) {
        long latest = requireLatest().checkpoint().size();
        if (from < 0 || to < from || to > latest) {
            throw Refusal.of(TrailError.SIZE_NOT_POSSIBLE, "size", latest);
        }
        return reading(() -> new TiledTree(to, log.tiles()).consistency(from));
    }

    /**
     * What proves to everybody that the event stands in the log; {@link SharedError#NOT_FOUND} also where it isn't the actor's to see.
     *
     * @throws Refusal with {@link TrailError#NOT_COVERED_YET} as long as no checkpoint covers it
     */
    @Permission(value = "trail:read", recorded = Recorded.REFUSALS)
    public LogProof proof(@About("event") UUID event) {
        return proven(event).orElseThrow(() -> new Refusal(TrailError.NOT_COVERED_YET));
    }

    /** The same where it may be too early to ask: empty as long as no checkpoint covers the event. */
    @Permission(value = "trail:read", recorded = Recorded.REFUSALS)
    public Optional<LogProof> find(@About("event") UUID event) {
        return proven(event);
    }

    private Optional<LogProof> proven(UUID event) {
        if (trail.find(event).isEmpty()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        OptionalLong place = log.place(event);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        SignedCheckpoint covering =
                log.covering(place.getAsLong() + 1).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
        return Optional.of(reading(() -> new LogProof(
                place.getAsLong(),
                new TiledTree(covering.checkpoint().size(), log.tiles()).inclusion(place.getAsLong()),
                note(covering))));
    }

    /**
     * The entries of a tile of level 0 as a bundle (C2SP tlog-tiles); {@link SharedError#NOT_FOUND} unless the actor may see every one of
     * them.
     */
    @Permission(value = "trail:read", recorded = Recorded.REFUSALS)
    public byte[] entries(Tile tile) {
        List<byte[]> leaves = log.leaves(tile.index() * Tile.FULL, tile.width());
        if (leaves.size() < tile.width()) {
            throw new Refusal(SharedError.NOT_FOUND);
        }
        return EntryBundle.write(leaves);
    }

    private SignedCheckpoint requireLatest() {
        return log.latest().orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    private static SignedNote note(SignedCheckpoint checkpoint) {
        try {
            return SignedNote.parse(checkpoint.note());
        } catch (NoteException malformed) {
            throw new IllegalStateException("A checkpoint is kept that isn't a note", malformed);
        }
    }

    private static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (LogException missing) {
            throw new Refusal(SharedError.NOT_FOUND);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read() throws IOException;
    }
}
