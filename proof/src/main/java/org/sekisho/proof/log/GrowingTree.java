package org.sekisho.proof.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;

/**
 * A tree at its right edge, to which leaves are added: keeps the last tile of each level and nothing else, however large the tree. Not safe
 * for several threads.
 */
public final class GrowingTree {

    private long size;

    /** The partial tile of each level, with room for a full one. */
    private final List<byte[]> edge = new ArrayList<>();

    /** Begins without a leaf. */
    public GrowingTree() {}

    /** Goes on with a tree of which the tiles are kept. */
    public GrowingTree(long size, Tiles tiles) throws IOException {
        this.size = size;
        for (int level = 0; Tile.hashes(size, level) > 0; level++) {
            byte[] hashes = new byte[Tile.FULL * Sha256.LENGTH];
            int width = width(level);
            if (width > 0) {
                Tile tile = new Tile(level, Tile.hashes(size, level) / Tile.FULL, width);
                byte[] kept = tiles.read(tile);
                if (kept.length != tile.length()) {
                    throw new LogException(LogProblem.TILE_MISSING, tile.path());
                }
                System.arraycopy(kept, 0, hashes, 0, kept.length);
            }
            edge.add(hashes);
        }
    }

    /**
     * Adds leaves at the end.
     *
     * @param leaves hashes of 32 bytes
     * @return the tiles that are new or became wider, with their hashes; by level, then by index
     */
    public Map<Tile, byte[]> add(List<byte[]> leaves) {
        Map<Tile, byte[]> changed =
                new TreeMap<>(Comparator.comparingInt(Tile::level).thenComparingLong(Tile::index));
        for (byte[] leaf : leaves) {
            if (leaf.length != Sha256.LENGTH) {
                throw new IllegalArgumentException("A hash has 32 bytes");
            }
            add(leaf, changed);
        }
        if (!leaves.isEmpty()) {
            partial(leaves.size(), changed);
        }
        return changed;
    }

    private void add(byte[] leaf, Map<Tile, byte[]> changed) {
        byte[] hash = leaf;
        for (int level = 0; ; level++) {
            if (level == edge.size()) {
                edge.add(new byte[Tile.FULL * Sha256.LENGTH]);
            }
            byte[] hashes = edge.get(level);
            int at = width(level);
            System.arraycopy(hash, 0, hashes, at * Sha256.LENGTH, Sha256.LENGTH);
            if (at + 1 < Tile.FULL) {
                break;
            }
            changed.put(new Tile(level, Tile.hashes(size, level) / Tile.FULL, Tile.FULL), hashes.clone());
            hash = TiledTree.subtree(hashes, 0, Tile.FULL);
        }
        size++;
    }

    /** The partial tiles of the levels at which something was added. */
    private void partial(long added, Map<Tile, byte[]> changed) {
        for (int level = 0; level < edge.size(); level++) {
            long before = Tile.hashes(size - added, level);
            int width = width(level);
            if (width > 0 && Tile.hashes(size, level) > before) {
                changed.put(
                        new Tile(level, Tile.hashes(size, level) / Tile.FULL, width),
                        Arrays.copyOf(edge.get(level), width * Sha256.LENGTH));
            }
        }
    }

    private int width(int level) {
        return (int) (Tile.hashes(size, level) % Tile.FULL);
    }

    /** Leaves by now. */
    public long size() {
        return size;
    }

    /** The hash of the tree as it is now (RFC 6962, section 2.1). */
    public byte[] root() {
        byte @Nullable [] root = null;
        for (int level = 0; level < edge.size(); level++) {
            int width = width(level);
            // Complete subtrees, the smallest first: each stands left of all that was hashed before it.
            for (int rest = width; rest > 0; rest &= rest - 1) {
                int count = Integer.lowestOneBit(rest);
                byte[] subtree = TiledTree.subtree(edge.get(level), rest - count, count);
                root = root == null ? subtree : MerkleHash.node(subtree, root);
            }
        }
        return root == null ? MerkleHash.emptyRoot() : root;
    }
}
