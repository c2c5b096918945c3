package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.sekisho.domain.assurance.pack.ProvenTrail;
import org.sekisho.domain.shared.Settings;
import org.sekisho.domain.trail.log.KeyHandOver;
import org.sekisho.domain.trail.log.SignedCheckpoint;
import org.sekisho.domain.trail.log.TrailKeys;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonReader;
import org.sekisho.proof.log.LogProof;
import org.sekisho.proof.note.SignedNote;
import org.sekisho.proof.pack.PackEntry;
import org.sekisho.proof.pack.PackTrail;

/**
 * What proves the events of a pack: the checkpoint, and for each event its way to it. It is made when the pack is built and not when its list
 * is fixed, since an event that was just written has no place yet.
 */
@ApplicationScoped
class TrailProofs {

    private static final int BATCH = 1_000;
    private static final long BETWEEN_LOOKS = 250_000_000L;

    @Inject
    private PackBuildService service;

    @Inject
    private TrailKeys keys;

    @Inject
    private Settings settings;

    /** Told how many events are proven. */
    @FunctionalInterface
    interface Proving {
        void proved(int proofs, int allProofs);
    }

    /**
     * The proofs of the events among these files; to be closed when the pack is written.
     *
     * @throws NotCoveredException where no checkpoint covers them all in time
     */
    PackProofs proofs(List<PackEntry> files, Proving proving) throws IOException {
        PackProofs proofs = new PackProofs();
        try {
            for (PackEntry file : files) {
                if (file.path().equals(PackTrail.ENTRIES)) {
                    prove(file, proofs, proving);
                }
            }
            return proofs;
        } catch (IOException | RuntimeException broken) {
            proofs.close();
            throw broken;
        }
    }

    private void prove(PackEntry file, PackProofs proofs, Proving proving) throws IOException {
        CoveringCheckpoint covering = new CoveringCheckpoint(
                service::places,
                this::checkpoint,
                !settings.witnesses().isEmpty(),
                () -> LockSupport.parkNanos(BETWEEN_LOOKS));
        eachBatch(file, some -> {
            covering.add(some);
            proving.proved(0, covering.events());
        });
        Optional<SignedCheckpoint> checkpoint = covering.find();
        if (checkpoint.isEmpty()) {
            return;
        }
        proofs.add(PackTrail.CHECKPOINT, checkpoint.get().note());
        // A witness may sign below it meanwhile: all proofs hold the very checkpoint that lies beside them.
        SignedNote note = SignedNote.parse(checkpoint.get().note());
        long size = checkpoint.get().checkpoint().size();
        proofs.under(new ProvenTrail(size, CoveringCheckpoint.witnesses(checkpoint.get())));
        handOver(proofs, note, size);
        int[] proven = {0};
        eachBatch(file, some -> {
            Map<UUID, LogProof> found = service.proofs(some, size);
            if (!found.keySet().containsAll(some)) {
                throw new NotCoveredException(covering.events());
            }
            for (Map.Entry<UUID, LogProof> each : found.entrySet()) {
                proofs.add(PackTrail.proof(each.getKey().toString()), under(note, each.getValue()));
            }
            proven[0] += some.size();
            proving.proved(proven[0], covering.events());
        });
    }

    /** The key that signed the checkpoint, and those before it: samples of the audit may have been drawn in their time. */
    private void handOver(PackProofs proofs, SignedNote note, long size) throws IOException {
        proofs.key(PackTrail.KEY, keys.current().open());
        int change = 0;
        for (KeyHandOver step : service.handOvers(keys.current().open().fingerprint())) {
            LogProof proof = service.proofs(List.of(step.told().event()), size)
                    .get(step.told().event());
            if (proof == null) {
                return;
            }
            change++;
            proofs.key(PackTrail.earlierKey(change), step.earlier());
            proofs.add(PackTrail.keyChange(change), step.told().leaf());
            proofs.add(PackTrail.keyChangeProof(change), under(note, proof));
        }
    }

    private static byte[] under(SignedNote note, LogProof proof) {
        return new LogProof(proof.index(), proof.path(), note).bytes();
    }

    /** The best one for so many events that the key in the pack signed: after a change of keys a witnessed one may be of the former. */
    private Optional<SignedCheckpoint> checkpoint(long size) {
        String key = keys.current().open().fingerprint();
        return service.checkpoint(size)
                .filter(found -> found.fingerprint().equals(key))
                .or(() -> service.checkpoint(Long.MAX_VALUE));
    }

    /** Takes some events' ids. */
    private interface Batch {
        void take(List<UUID> some) throws IOException;
    }

    private static void eachBatch(PackEntry file, Batch batch) throws IOException {
        try (Ids ids = new Ids(file.content().open())) {
            for (List<UUID> some = ids.next(); !some.isEmpty(); some = ids.next()) {
                batch.take(some);
            }
        }
    }

    /** The ids of events, some at a time; a line is a leaf. */
    private static final class Ids implements AutoCloseable {

        private final InputStream lines;

        Ids(InputStream lines) {
            this.lines = new BufferedInputStream(lines);
        }

        /** The next ones; none at the end. */
        List<UUID> next() throws IOException {
            List<UUID> ids = new ArrayList<>();
            ByteArrayOutputStream line = new ByteArrayOutputStream();
            for (int each = lines.read(); each >= 0; each = lines.read()) {
                if (each != '\n') {
                    line.write(each);
                    continue;
                }
                if (JsonReader.read(line.toByteArray()) instanceof JsonObject leaf) {
                    ids.add(UUID.fromString(leaf.string("id")));
                }
                line.reset();
                if (ids.size() == BATCH) {
                    break;
                }
            }
            return ids;
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }
}
