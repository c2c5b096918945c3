package org.sekisho.proof.log;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tiles in a map, each as wide as it was last written; narrower ones are cut from it. */
public final class TestTiles implements Tiles {

    private final Map<String, byte[]> kept = new HashMap<>();

    public void keep(Map<Tile, byte[]> tiles) {
        tiles.forEach((tile, hashes) -> kept.put(place(tile), hashes));
    }

    @Override
    public byte[] read(Tile tile) throws LogException {
        byte[] hashes = kept.get(place(tile));
        if (hashes == null || hashes.length < tile.length()) {
            throw new LogException(LogProblem.TILE_MISSING, tile.path());
        }
        return Arrays.copyOf(hashes, tile.length());
    }

    /** A tree over these leaves, which stand in the tiles. */
    public static TestTiles of(List<byte[]> leaves) {
        TestTiles tiles = new TestTiles();
        tiles.keep(new GrowingTree().add(leaves));
        return tiles;
    }

    private static String place(Tile tile) {
        return tile.level() + "/" + tile.index();
    }
}
