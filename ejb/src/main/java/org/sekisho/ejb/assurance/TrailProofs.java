package org.sekisho.ejb.assurance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
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

    private static final Logger LOG = Logger.getLogger(TrailProofs.class.getName());

    private static final int BATCH = 1_000;
    /** A checkpoint follows an event within a second; where it doesn't, nobody signs, and the pack says so by what it lacks. */
    private static final int MOST_LOOKS = 40;

    private static final long BETWEEN_LOOKS = 250_000_000L;

    @Inject
    private PackBuildService service;

    @Inject
    private TrailKeys keys;

    /** The keys that stand in the pack beside its own: that of the trail, where there are proofs. */
    Map<String, String> keys(PackProofs proofs) {
        return proofs.entries().isEmpty()
                ? Map.of()
                : Map.of(PackTrail.KEY, keys.current().open().pem());
    }

    /** The proofs of the events among these files; to be closed when the pack is written. */
    PackProofs proofs(List<PackEntry> files) throws IOException {
        PackProofs proofs = new PackProofs();
        try {
            for (PackEntry file : files) {
                if (file.path().equals(PackTrail.ENTRIES)) {
                    prove(file, proofs);
                }
            }
            return proofs;
        } catch (IOException | RuntimeException broken) {
            proofs.close();
            throw broken;
        }
    }

    private void prove(PackEntry events, PackProofs proofs) throws IOException {
        Optional<SignedCheckpoint> checkpoint = covering(events);
        if (checkpoint.isEmpty()) {
            return;
        }
        proofs.add(PackTrail.CHECKPOINT, checkpoint.get().note());
        // A witness may sign below it meanwhile: all proofs hold the very checkpoint that lies beside them.
        SignedNote note = SignedNote.parse(checkpoint.get().note());
        long size = checkpoint.get().checkpoint().size();
        try (Ids ids = new Ids(events.content().open())) {
            for (List<UUID> some = ids.next(); !some.isEmpty(); some = ids.next()) {
                for (Map.Entry<UUID, LogProof> each :
                        inOrder(some, service.proofs(some, size)).entrySet()) {
                    proofs.add(
                            PackTrail.proof(each.getKey().toString()),
                            new LogProof(
                                            each.getValue().index(),
                                            each.getValue().path(),
                                            note)
                                    .bytes());
                }
            }
        }
    }

    private static Map<UUID, LogProof> inOrder(List<UUID> events, Map<UUID, LogProof> proofs) {
        Map<UUID, LogProof> ordered = new LinkedHashMap<>();
        events.forEach(event -> Optional.ofNullable(proofs.get(event)).ifPresent(proof -> ordered.put(event, proof)));
        return ordered;
    }

    /** A checkpoint over the events: the last of them may have been written just now. */
    private Optional<SignedCheckpoint> covering(PackEntry events) throws IOException {
        List<UUID> open = new ArrayList<>();
        try (Ids ids = new Ids(events.content().open())) {
            for (List<UUID> some = ids.next(); !some.isEmpty(); some = ids.next()) {
                open = new ArrayList<>(some);
            }
        }
        Optional<SignedCheckpoint> checkpoint = service.checkpoint();
        for (int look = 0; look < MOST_LOOKS && !covers(checkpoint, open); look++) {
            LockSupport.parkNanos(BETWEEN_LOOKS);
            checkpoint = service.checkpoint();
        }
        if (!covers(checkpoint, open)) {
            LOG.log(Level.WARNING, "A pack is built with events that no checkpoint covers");
        }
        return checkpoint;
    }

    private boolean covers(Optional<SignedCheckpoint> checkpoint, List<UUID> events) {
        return checkpoint.isPresent()
                && service.proofs(events, checkpoint.get().checkpoint().size())
                        .keySet()
                        .containsAll(events);
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
