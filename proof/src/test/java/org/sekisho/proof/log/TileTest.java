package org.sekisho.proof.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TileTest {

    /** The example of the specification: 273 full tiles and one of 112 at level 0, one full and one of 17 at level 1, one of 1 at level 2. */
    @Test
    void seventyThousandLeavesStandInTheTilesOfTheSpecification() {
        List<Tile> tiles = Tile.between(0, 70_000);
        List<Tile> leaves = tiles.stream().filter(tile -> tile.level() == 0).toList();
        assertEquals(274, leaves.size());
        assertEquals(273, leaves.stream().filter(Tile::isFull).count());
        assertEquals(new Tile(0, 273, 112), leaves.get(273));
        assertEquals(
                List.of(new Tile(1, 0, 256), new Tile(1, 1, 17), new Tile(2, 0, 1)),
                tiles.stream().filter(tile -> tile.level() > 0).toList());
    }

    @Test
    void afterTwoHundredFiftySixLeavesLevelOneBegins() {
        assertEquals(List.of(new Tile(0, 0, 256), new Tile(1, 0, 1)), Tile.between(0, 256));
        assertEquals(List.of(new Tile(0, 0, 255)), Tile.between(0, 255));
        assertEquals(List.of(), Tile.between(256, 256));
        assertEquals(List.of(new Tile(0, 1, 1)), Tile.between(256, 257));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 256, tile/0/000",
        "0, 1234067, 256, tile/0/x001/x234/067",
        "3, 999, 5, tile/3/999.p/5",
        "1, 1000, 255, tile/1/x001/000.p/255"
    })
    void aPathIsReadBackAsTheTileThatItNames(int level, long index, int width, String path) {
        Tile tile = new Tile(level, index, width);
        assertEquals(path, tile.path());
        assertEquals(Optional.of(tile), Tile.parse(path));
    }

    @Test
    void entriesAreAskedForByTheTileOfTheirLeaves() {
        Tile tile = new Tile(0, 1_234_067, 3);
        assertEquals("tile/entries/x001/x234/067.p/3", tile.entriesPath());
        assertEquals(Optional.of(tile), Tile.parse(tile.entriesPath()));
        assertThrows(IllegalStateException.class, () -> new Tile(1, 0, 256).entriesPath());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "checkpoint",
                "tile/0",
                "tile/0/0",
                "tile/0/00",
                "tile/00/000",
                "tile/8/000",
                "tile/-1/000",
                "tile/0/x000/001",
                "tile/0/001/002",
                "tile/0/000.p/0",
                "tile/0/000.p/256",
                "tile/0/000.p/300",
                "tile/0/000.p/01",
                "tile/0/000/",
                "/tile/0/000",
                "tile/0/../000",
                "tile/0/x001/x001/x001/x001/x001/x001/000",
                "tile/0/٠٠٠"
            })
    void anotherPathNamesNoTile(String path) {
        assertEquals(Optional.empty(), Tile.parse(path));
    }
}
