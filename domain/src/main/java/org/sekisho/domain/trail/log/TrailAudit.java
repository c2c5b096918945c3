package org.sekisho.domain.trail.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.trail.log.Tampering.Kind;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;
import org.sekisho.proof.log.Checkpoint;
import org.sekisho.proof.log.GrowingTree;
import org.sekisho.proof.log.LogException;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;
import org.sekisho.proof.note.VerifierKey;

/**
 * Checks the whole log: each event against the tiles, the tiles against the events, and the root of the events against checkpoints. Whoever
 * can write the database can make all of that agree again, except with checkpoints that are held outside: so it is as good as those are. A
 * glance tells whether anything is to be looked for; the search for its places goes event by event, and takes several times as long. It holds
 * one window's hashes at a time. For one use.
 */
public final class TrailAudit {

    /** More findings are counted as this many: after so many nobody needs to know the rest. */
    public static final int MOST = 1_000;

    /** Places that a glance holds the hashes of. */
    private static final int WINDOW = 1 << 16;

    private final LogRecords records;
    private final Collection<VerifierKey> keys;
    private final List<Checkpoint> outside;
    private final int window;
    private final Tiles tiles;

    private final GrowingTree tree = new GrowingTree();
    private final List<byte[]> batch = new ArrayList<>();
    private final List<Differing> differing = new ArrayList<>();
    private final List<Tampering> found = new ArrayList<>();
    private byte[] tile = {};
    private long sound;
    private long size;
    private int next;

    private record Differing(long index, UUID event, byte[] signed, byte[] now) {}

    /**
     * @param keys of which one has to have signed the latest checkpoint
     * @param outside checkpoints that were held outside the database, verified by whoever holds them
     */
    public TrailAudit(LogRecords records, Collection<VerifierKey> keys, Collection<Checkpoint> outside) {
        this(records, keys, outside, WINDOW);
    }

    /**
     * The same with another measure.
     *
     * @param window places to hold the hashes of at a time, a multiple of {@link Tile#FULL}
     */
    public TrailAudit(LogRecords records, Collection<VerifierKey> keys, Collection<Checkpoint> outside, int window) {
        if (window <= 0 || window % Tile.FULL != 0) {
            throw new IllegalArgumentException("A window is of whole tiles");
        }
        this.window = window;
        this.records = records;
        this.keys = keys;
        this.tiles = records.tiles();
        this.outside = outside.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size))
                .toList();
    }

    /**
     * Reads everything; what it found, in the order of the places. Empty where nothing was touched that any of the checkpoints covers.
     *
     * @throws IOException where the log can't be read
     */
    public List<Tampering> run() throws IOException {
        if (new TrailGlance(records, keys, outside, window).isSound()) {
            return List.of();
        }
        Optional<SignedCheckpoint> latest = records.latest();
        size = latest.map(each -> each.checkpoint().size()).orElse(0L);
        try {
            records.inOrder(this::take);
        } catch (Unreadable broken) {
            throw broken.cause;
        }
        missing(size);
        flush();
        differing();
        latest.ifPresent(this::latest);
        for (Checkpoint each : outside.subList(next, outside.size())) {
            found.add(Tampering.between(Kind.TAIL_CUT, tree.size(), each.size() - 1));
        }
        records.strays(MOST)
                .forEach(event -> found.add(new Tampering(Kind.EVENT_INSERTED, size, size, Optional.of(event))));
        return found.stream()
                .sorted(Comparator.comparingLong(Tampering::first).thenComparing(Tampering::kind))
                .limit(MOST)
                .toList();
    }

    private void take(LogRecords.Entry entry) {
        missing(entry.index());
        byte[] signed = signed(entry.index());
        if (entry.leaf().isEmpty()) {
            note(Tampering.at(Kind.EVENT_DELETED, entry.index(), entry.event()));
            add(signed);
            return;
        }
        byte[] now = MerkleHash.leaf(entry.leaf().get());
        if (!Arrays.equals(now, signed) && differing.size() < MOST) {
            differing.add(new Differing(entry.index(), entry.event(), signed, now));
        }
        add(now);
    }

    /** Places that are gone count as they were signed, so that what follows them keeps its own. */
    private void missing(long before) {
        long first = reached();
        if (first < before) {
            note(Tampering.between(Kind.PLACE_DELETED, first, before - 1));
            for (long index = first; index < before; index++) {
                add(signed(index));
            }
        }
    }

    private long reached() {
        return tree.size() + batch.size();
    }

    private void note(Tampering tampering) {
        if (found.size() < MOST) {
            found.add(tampering);
        }
    }

    private void add(byte[] hash) {
        batch.add(hash);
        boolean compared = next < outside.size() && outside.get(next).size() == reached();
        if (compared || reached() % Tile.FULL == 0) {
            flush();
        }
    }

    private void flush() {
        Map<Tile, byte[]> made = tree.add(batch);
        batch.clear();
        made.forEach((each, hashes) -> {
            // Those of level 0 were compared place by place.
            if (each.level() > 0 && each.isFull() && !Arrays.equals(hashes, read(each))) {
                note(Tampering.between(Kind.TILE_CHANGED, each.index() << 8 * each.level() + 8, tree.size() - 1));
            }
        });
        while (next < outside.size() && outside.get(next).size() <= tree.size()) {
            compare(outside.get(next));
            next++;
        }
    }

    private void compare(Checkpoint held) {
        if (held.size() == tree.size() && Arrays.equals(held.root(), tree.root()) || held.size() == 0) {
            sound = held.size();
        } else if (found.stream().noneMatch(each -> each.kind() == Kind.REWRITTEN)) {
            // Of later ones it is a consequence.
            note(Tampering.between(Kind.REWRITTEN, sound, held.size() - 1));
        }
    }

    /** Events whose bytes are those of another place changed places; the others were changed. */
    private void differing() {
        Map<String, Long> places = new HashMap<>();
        differing.forEach(each -> places.put(Arrays.toString(each.signed()), each.index()));
        for (Differing each : differing) {
            boolean moved = places.containsKey(Arrays.toString(each.now()));
            note(Tampering.at(moved ? Kind.EVENT_MOVED : Kind.EVENT_CHANGED, each.index(), each.event()));
        }
    }

    private void latest(SignedCheckpoint latest) {
        boolean agrees = latest.checkpoint().size() == tree.size()
                && Arrays.equals(latest.checkpoint().root(), tree.root());
        boolean touched = !found.isEmpty() || !differing.isEmpty();
        if (!latest.isSignedBy(keys) || !agrees && !touched) {
            note(Tampering.between(
                    Kind.CHECKPOINT_FORGED,
                    latest.checkpoint().size() - 1,
                    latest.checkpoint().size() - 1));
        }
    }

    /** What the tiles say was signed at this place. */
    private byte[] signed(long index) {
        int at = (int) (index % Tile.FULL);
        if (at == 0 || tile.length == 0) {
            long from = index - at;
            tile = read(new Tile(0, index / Tile.FULL, (int) Math.min(Tile.FULL, Math.max(1, size - from))));
        }
        int start = at * Sha256.LENGTH;
        return start + Sha256.LENGTH <= tile.length
                ? Arrays.copyOfRange(tile, start, start + Sha256.LENGTH)
                : new byte[Sha256.LENGTH];
    }

    /** Nothing where the tile is gone: every event of it differs then. */
    private byte[] read(Tile wanted) {
        try {
            return tiles.read(wanted);
        } catch (LogException missing) {
            return new byte[0];
        } catch (IOException broken) {
            throw new Unreadable(broken);
        }
    }

    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final IOException cause;

        Unreadable(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
