package org.sekisho.domain.trail.log;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
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

    /** Windows that may wait for their comparison. */
    private static final int AHEAD = 2;

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

    /** Grows the tree here, while the events are compared on a thread beside, which takes longer. */
    private boolean isSound(long size) throws IOException {
        Deque<Future<Boolean>> compared = new ArrayDeque<>();
        try (Comparison comparison = new Comparison(records.windows())) {
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

    /** The thread that compares events with what was signed. */
    private static final class Comparison implements AutoCloseable {

        private final LogRecords.Windows windows;
        private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "trail check");
            made.setDaemon(true);
            return made;
        });

        private Comparison(LogRecords.Windows windows) {
            this.windows = windows;
        }

        private Future<Boolean> begin(long first, byte[] signed) {
            return thread.submit(() -> {
                Seen seen = new Seen(first, signed);
                windows.read(first, first + seen.places(), seen);
                return seen.isEverything();
            });
        }

        /** What was begun comes to its end, and the rest doesn't begin any more. */
        @Override
        public void close() {
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

    /** Counts the places of a window that hold what was signed there. */
    private static final class Seen implements LogRecords.HashReader {

        private final long first;
        private final byte[] signed;
        private final BitSet found = new BitSet();
        private boolean sound = true;

        private Seen(long first, byte[] signed) {
            this.first = first;
            this.signed = signed;
        }

        @Override
        public void take(long index, byte[] leafHash) {
            int place = (int) (index - first);
            int at = place * Sha256.LENGTH;
            sound &= !found.get(place) && Arrays.equals(leafHash, 0, Sha256.LENGTH, signed, at, at + Sha256.LENGTH);
            found.set(place);
        }

        private int places() {
            return signed.length / Sha256.LENGTH;
        }

        private boolean isEverything() {
            return sound && found.cardinality() == places();
        }
    }
}
