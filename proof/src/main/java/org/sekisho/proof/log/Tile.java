package org.sekisho.proof.log;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.proof.hash.Sha256;

/**
 * A piece of a tree: consecutive hashes at one height (C2SP tlog-tiles, "Merkle Tree"). At level 0 they are of leaves, above each is of a
 * full tile below.
 *
 * @param level 0 to 7: 256 to the eighth is more leaves than a long counts
 * @param index within the level, from 0
 * @param width hashes in it, 1 to 256; a tile of 256 is full
 */
public record Tile(int level, long index, int width) {

    /** Hashes of a full tile. */
    public static final int FULL = 256;

    /** Levels of the tree between one level of tiles and the next. */
    static final int HEIGHT = 8;

    private static final int MOST_LEVEL = 7;
    private static final int GROUP = 1_000;

    private static final Pattern PATH =
            Pattern.compile("tile/([0-7]|entries)/((?:x[0-9]{3}/){0,5}[0-9]{3})(?:\\.p/([1-9][0-9]{0,2}))?");

    public Tile {
        if (level < 0 || level > MOST_LEVEL || index < 0 || width < 1 || width > FULL) {
            throw new IllegalArgumentException("No tile: " + level + ", " + index + ", " + width);
        }
    }

    public boolean isFull() {
        return width == FULL;
    }

    /** Bytes of it. */
    public int length() {
        return width * Sha256.LENGTH;
    }

    /** Where it is served, below the log's address: {@code tile/0/x001/234.p/5}. */
    public String path() {
        return "tile/" + level + "/" + place();
    }

    /** Where the entries of a tile of level 0 are served. */
    public String entriesPath() {
        if (level != 0) {
            throw new IllegalStateException("Only leaves have entries");
        }
        return "tile/entries/" + place();
    }

    private String place() {
        StringBuilder place = new StringBuilder(three(index % GROUP));
        for (long rest = index / GROUP; rest > 0; rest /= GROUP) {
            place.insert(0, "x" + three(rest % GROUP) + "/");
        }
        return isFull() ? place.toString() : place + ".p/" + width;
    }

    private static String three(long number) {
        return String.format(Locale.ROOT, "%03d", number);
    }

    /** What a path asks for; entries are asked for by their tile of level 0. Empty where it is no path of a tile, or another way to write one. */
    public static Optional<Tile> parse(String path) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean entries = parts.group(1).equals("entries");
        int level = entries ? 0 : Integer.parseInt(parts.group(1));
        long index = Long.parseLong(parts.group(2).replaceAll("[x/]", ""));
        int width = parts.group(3) == null ? FULL : Integer.parseInt(parts.group(3));
        if (width > FULL || parts.group(3) != null && width == FULL) {
            return Optional.empty();
        }
        Tile tile = new Tile(level, index, width);
        return path.equals(entries ? tile.entriesPath() : tile.path()) ? Optional.of(tile) : Optional.empty();
    }

    /** The tiles of a tree that a smaller one lacks: new ones, and partial ones that became wider. By level, then by index. */
    public static List<Tile> between(long oldSize, long newSize) {
        List<Tile> tiles = new ArrayList<>();
        for (int level = 0; level <= MOST_LEVEL && hashes(newSize, level) > 0; level++) {
            long have = hashes(oldSize, level);
            long want = hashes(newSize, level);
            if (have == want) {
                continue;
            }
            for (long index = have / FULL; index * FULL < want; index++) {
                tiles.add(new Tile(level, index, (int) Math.min(FULL, want - index * FULL)));
            }
        }
        return tiles;
    }

    /** The tile that holds a hash, as wide as a tree of the size has it. */
    static Tile holding(int level, long hash, long size) {
        long index = hash / FULL;
        return new Tile(level, index, (int) Math.min(FULL, hashes(size, level) - index * FULL));
    }

    /** How many hashes a tree of the size has at a level of tiles. */
    static long hashes(long size, int level) {
        return size >>> HEIGHT * level;
    }
}
