package org.sekisho.domain.trail.log;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.note.VerifierKey;

/**
 * Tells whether the whole log is as it was signed, and no more: events come window by window in whatever order they are read fastest, and each
 * is compared with what was signed at its place; the tree is made of what was signed. Where it isn't sound, {@link TrailAudit} looks for the
 * places. It says "sound" only of a log in which that finds nothing. For one use.
 */
final class TrailGlance {

    /** The database reads with so many processors; more would only make others wait. */
    private static final int LANES = 2;

    /** Windows that may be compared or wait for it. */
    private static final int AHEAD = 2 * LANES;

    private final LogRecords records;
    private final Collection<VerifierKey> keys;
    private final List<Checkpoint> outside;
    private final int window;
    private final GrowingTree tree = new GrowingTree();
    private int next;

    /**
     * @param outside checkpoints that were held outside the database, the smallest first
     * @param window places to hold at a time, a multiple of {@link Tile#FULL}
     */
    TrailGlance(LogRecords records, Collection<VerifierKey> keys, List<Checkpoint> outside, int window) {
        this.records = records;
        this.keys = keys;
        this.outside = outside;
        this.window = window;
    }

    /** @throws IOException where the log can't be read */
    boolean isSound() throws IOException {
        Optional<SignedCheckpoint> latest = records.latest();
        if (latest.isEmpty() || !latest.get().isSignedBy(keys)) {
            return false;
        }
        long size = latest.get().checkpoint().size();
        return isSound(size)
                && next == outside.size()
                && Arrays.equals(tree.root(), latest.get().checkpoint().root())
                && records.places() == size
                && records.events() == size;
    }

    /** Grows the tree here, while the events are compared on threads beside, which takes longer. */
    private boolean isSound(long size) throws IOException {
        Deque<Future<Boolean>> compared = new ArrayDeque<>();
        try (Comparison comparison = new Comparison(records)) {
            for (long first = 0; first < size; first += window) {
                long beyond = Math.min(size, first + window);
                byte[] signed = records.signed(first, beyond);
                if (signed.length != (beyond - first) * Sha256.LENGTH) {
                    return false;
                }
                compared.add(comparison.begin(first, signed));
                if (!grows(first, signed) || compared.size() > AHEAD && !isDone(compared.remove())) {
                    return false;
                }
            }
            while (!compared.isEmpty()) {
                if (!isDone(compared.remove())) {
                    return false;
                }
            }
            return true;
        }
    }

    private static boolean isDone(Future<Boolean> compared) throws IOException {
        try {
            return compared.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while the log was checked");
        } catch (ExecutionException broken) {
            throw new IOException("The log can't be read", broken.getCause());
        }
    }

    /** Whether the tree that these hashes make is that of its tiles and of the checkpoints held outside. */
    private boolean grows(long first, byte[] signed) throws IOException {
        List<byte[]> hashes = new ArrayList<>();
        for (int at = 0; at < signed.length; at += Sha256.LENGTH) {
            hashes.add(Arrays.copyOfRange(signed, at, at + Sha256.LENGTH));
        }
        int added = 0;
        while (next < outside.size() && outside.get(next).size() <= first + hashes.size()) {
            Checkpoint held = outside.get(next);
            int until = (int) Math.max(added, held.size() - first);
            if (!isKept(tree.add(hashes.subList(added, until)))
                    || held.size() > 0 && !Arrays.equals(tree.root(), held.root())) {
                return false;
            }
            added = until;
            next++;
        }
        return isKept(tree.add(hashes.subList(added, hashes.size())));
    }

    private boolean isKept(Map<Tile, byte[]> made) throws IOException {
        for (Map.Entry<Tile, byte[]> each : made.entrySet()) {
            if (each.getKey().level() > 0 && each.getKey().isFull() && !isKept(each.getKey(), each.getValue())) {
                return false;
            }
        }
        return true;
    }

    private boolean isKept(Tile tile, byte[] hashes) throws IOException {
        try {
            return Arrays.equals(hashes, records.tiles().read(tile));
        } catch (LogException missing) {
            return false;
        }
    }

    /** Threads that compare events with what was signed, each with a reader of its own. */
    private static final class Comparison implements AutoCloseable {

        private final List<Lane> lanes = new ArrayList<>();
        private int next;

        private Comparison(LogRecords records) {
            for (int i = 0; i < LANES; i++) {
                lanes.add(new Lane(records.windows()));
            }
        }

        private Future<Boolean> begin(long first, byte[] signed) {
            Lane lane = lanes.get(next);
            next = (next + 1) % LANES;
            return lane.begin(first, signed);
        }

        @Override
        public void close() {
            lanes.forEach(Lane::close);
        }
    }

    private static final class Lane {

        private final LogRecords.Windows windows;
        private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "trail check");
            made.setDaemon(true);
            return made;
        });

        private Lane(LogRecords.Windows windows) {
            this.windows = windows;
        }

        private Future<Boolean> begin(long first, byte[] signed) {
            return thread.submit(() -> {
                Optional<byte[]> kept = windows.hashes(first, first + signed.length / Sha256.LENGTH);
                return kept.isPresent() && Arrays.equals(kept.get(), signed);
            });
        }

        /** What was begun comes to its end, and the rest doesn't begin any more. */
        private void close() {
            thread.shutdownNow();
            boolean interrupted = false;
            while (!thread.isTerminated()) {
                try {
                    thread.awaitTermination(1, TimeUnit.MINUTES);
                } catch (InterruptedException again) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
            windows.close();
        }
    }
}
