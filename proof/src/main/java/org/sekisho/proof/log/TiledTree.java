package org.sekisho.proof.log;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.Sha256;

/**
 * A tree of RFC 6962 of which the tiles are at hand: computes its root and proofs, each from as many tiles as it is deep. What it reads is believed;
 * whoever doesn't believe it compares the root with a signed one. It keeps the tiles that it read, and isn't safe for several threads.
 */
public final class TiledTree {

    private final long size;
    private final Tiles tiles;
    private final Map<Tile, byte[]> read = new HashMap<>();

    /** @param size leaves of the tree */
    public TiledTree(long size, Tiles tiles) {
        if (size < 0) {
            throw new IllegalArgumentException("No size: " + size);
        }
        this.size = size;
        this.tiles = tiles;
    }

    /** The hash of the tree (RFC 6962, section 2.1). */
    public byte[] root() throws IOException {
        return size == 0 ? MerkleHash.emptyRoot() : hash(0, size);
    }

    /**
     * The hash of the tree as it was when it had fewer leaves.
     *
     * @throws IllegalArgumentException where it never was so large
     */
    public byte[] root(long oldSize) throws IOException {
        requireNotLarger(oldSize);
        return oldSize == 0 ? MerkleHash.emptyRoot() : hash(0, oldSize);
    }

    /** The hash of a leaf. */
    public byte[] leaf(long index) throws IOException {
        return hash(0, requireIndex(index), 0);
    }

    /**
     * The siblings from the leaf up (RFC 6962, section 2.1.1).
     *
     * @throws IllegalArgumentException where there is no such leaf
     */
    public List<byte[]> inclusion(long index) throws IOException {
        requireIndex(index);
        List<byte[]> path = new ArrayList<>();
        long start = 0;
        long end = size;
        while (end - start > 1) {
            long middle = start + split(end - start);
            if (index < middle) {
                path.add(0, hash(middle, end));
                end = middle;
            } else {
                path.add(0, hash(start, middle));
                start = middle;
            }
        }
        return path;
    }

    /**
     * That the tree begins with the leaves of a smaller one (RFC 6962, section 2.1.2); of the same size or of none it is without hashes.
     *
     * @throws IllegalArgumentException where the other is larger
     */
    public List<byte[]> consistency(long oldSize) throws IOException {
        requireNotLarger(oldSize);
        List<byte[]> path = new ArrayList<>();
        if (oldSize == 0) {
            return path;
        }
        long start = 0;
        long end = size;
        while (oldSize != end) {
            long middle = start + split(end - start);
            if (oldSize <= middle) {
                path.add(0, hash(middle, end));
                end = middle;
            } else {
                path.add(0, hash(start, middle));
                start = middle;
            }
        }
        if (start > 0) {
            // Otherwise it is the smaller tree itself, whose root the reader has.
            path.add(0, hash(start, end));
        }
        return path;
    }

    private void requireNotLarger(long oldSize) {
        if (oldSize < 0 || oldSize > size) {
            throw new IllegalArgumentException("Not smaller than " + size + ": " + oldSize);
        }
    }

    private long requireIndex(long index) {
        if (index < 0 || index >= size) {
            throw new IllegalArgumentException("No leaf of " + size + ": " + index);
        }
        return index;
    }

    /** The largest power of two below the count. */
    private static long split(long count) {
        return Long.highestOneBit(count - 1);
    }

    /** Of the leaves from a multiple of the power of two that is at least their count. */
    private byte[] hash(long start, long end) throws IOException {
        long count = end - start;
        if (Long.bitCount(count) == 1) {
            int height = Long.numberOfTrailingZeros(count);
            return hash(height / Tile.HEIGHT, start >>> height, height % Tile.HEIGHT);
        }
        long middle = start + split(count);
        return MerkleHash.node(hash(start, middle), hash(middle, end));
    }

    /** Of the complete subtree that stands so high above the hashes of a level of tiles. */
    private byte[] hash(int level, long index, int above) throws IOException {
        long first = index << above;
        byte[] hashes = tile(Tile.holding(level, first, size));
        int at = (int) (first % Tile.FULL);
        return subtree(hashes, at, 1 << above);
    }

    /** The hash over consecutive ones of a tile, a power of two of them. */
    static byte[] subtree(byte[] hashes, int at, int count) {
        if (count == 1) {
            return Arrays.copyOfRange(hashes, at * Sha256.LENGTH, (at + 1) * Sha256.LENGTH);
        }
        int half = count / 2;
        return MerkleHash.node(subtree(hashes, at, half), subtree(hashes, at + half, half));
    }

    private byte[] tile(Tile tile) throws IOException {
        byte[] known = read.get(tile);
        if (known != null) {
            return known;
        }
        byte[] found = tiles.read(tile);
        if (found.length != tile.length()) {
            throw new LogException(LogProblem.TILE_MISSING, tile.path());
        }
        read.put(tile, found);
        return found;
    }
}
