package org.sekisho.proof.log;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.hash.ConsistencyProof;
import org.sekisho.proof.hash.InclusionProof;
import org.sekisho.proof.hash.MerkleHash;
import org.sekisho.proof.hash.ReferenceTree;

class TiledTreeTest {

    /** Past the first full tile. */
    private static final int LARGEST = 300;

    private static final int EXAMPLE = 70_000;
    private static final List<byte[]> LEAVES = leaves(LARGEST);

    @Test
    void everyLeafOfEverySizeUpToThreeHundredIsProven() throws IOException {
        TestTiles tiles = TestTiles.of(LEAVES);
        for (int size = 1; size <= LARGEST; size++) {
            TiledTree tree = new TiledTree(size, tiles);
            byte[] root = tree.root();
            assertArrayEquals(ReferenceTree.root(LEAVES.subList(0, size)), root, "root of " + size);
            for (int index = 0; index < size; index++) {
                List<byte[]> path = tree.inclusion(index);
                assertTrue(InclusionProof.verify(LEAVES.get(index), index, size, path, root), index + " in " + size);
                assertArrayEquals(LEAVES.get(index), tree.leaf(index));
            }
        }
    }

    @Test
    void everyTwoSizesUpToThreeHundredAreConsistent() throws IOException {
        TestTiles tiles = TestTiles.of(LEAVES);
        byte[][] roots = new byte[LARGEST + 1][];
        for (int size = 0; size <= LARGEST; size++) {
            roots[size] = new TiledTree(size, tiles).root();
        }
        for (int newSize = 0; newSize <= LARGEST; newSize++) {
            TiledTree tree = new TiledTree(newSize, tiles);
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                assertTrue(
                        ConsistencyProof.verify(
                                oldSize, roots[oldSize], newSize, roots[newSize], tree.consistency(oldSize)),
                        oldSize + " in " + newSize);
                assertArrayEquals(roots[oldSize], tree.root(oldSize));
            }
        }
    }

    @Test
    void proofsAreTheOnesOfTheStandard() throws IOException {
        List<byte[]> leaves = LEAVES.subList(0, 271);
        TiledTree tree = new TiledTree(leaves.size(), TestTiles.of(LEAVES));
        for (int i = 0; i < leaves.size(); i += 9) {
            assertEquals(texts(ReferenceTree.inclusion(i, leaves)), texts(tree.inclusion(i)), "inclusion of " + i);
            assertEquals(texts(ReferenceTree.consistency(i, leaves)), texts(tree.consistency(i)), "from " + i);
        }
    }

    @Test
    void aTreeGrowsAlikeInWhatStepsSoever() throws IOException {
        Random chance = new Random(20_261_129);
        TestTiles tiles = new TestTiles();
        GrowingTree growing = new GrowingTree();
        List<byte[]> leaves = leaves(2_000);
        while (growing.size() < leaves.size()) {
            int from = (int) growing.size();
            int to = Math.min(leaves.size(), from + 1 + chance.nextInt(400));
            Map<Tile, byte[]> changed = growing.add(leaves.subList(from, to));
            assertEquals(new HashSet<>(Tile.between(from, to)), changed.keySet(), from + " to " + to);
            tiles.keep(changed);
            assertArrayEquals(ReferenceTree.root(leaves.subList(0, to)), growing.root());
            // Now and then somebody else goes on from what was kept.
            if (chance.nextBoolean()) {
                growing = new GrowingTree(growing.size(), tiles);
                assertArrayEquals(ReferenceTree.root(leaves.subList(0, to)), growing.root());
            }
        }
        assertArrayEquals(growing.root(), new TiledTree(growing.size(), tiles).root());
    }

    @Test
    void aTreeOfThreeLevelsOfTilesIsProvenFromFewOfThem() throws IOException {
        TestTiles tiles = new TestTiles();
        GrowingTree growing = new GrowingTree();
        List<byte[]> leaves = leaves(EXAMPLE);
        Map<Tile, byte[]> changed = growing.add(leaves);
        assertEquals(new HashSet<>(Tile.between(0, EXAMPLE)), changed.keySet());
        tiles.keep(changed);
        byte[] root = growing.root();
        assertArrayEquals(ReferenceTree.root(leaves), root);
        for (int index : new int[] {0, 255, 256, 65_535, 65_536, 69_887, 69_888, 69_999}) {
            Set<Tile> read = new HashSet<>();
            TiledTree tree = new TiledTree(EXAMPLE, tile -> {
                read.add(tile);
                return tiles.read(tile);
            });
            assertTrue(InclusionProof.verify(leaves.get(index), index, EXAMPLE, tree.inclusion(index), root));
            assertTrue(read.size() <= 5, index + " reads " + read);
        }
    }

    @Test
    void anEmptyTreeHasTheHashOfNothing() throws IOException {
        TestTiles none = new TestTiles();
        assertArrayEquals(MerkleHash.emptyRoot(), new TiledTree(0, none).root());
        assertArrayEquals(MerkleHash.emptyRoot(), new GrowingTree().root());
        assertEquals(List.of(), new TiledTree(0, none).consistency(0));
        assertThrows(IllegalArgumentException.class, () -> new TiledTree(0, none).inclusion(0));
    }

    @Test
    void aMissingOrCutTileIsSaid() {
        TestTiles none = new TestTiles();
        assertEquals(
                LogProblem.TILE_MISSING,
                assertThrows(LogException.class, () -> new TiledTree(5, none).root())
                        .problem());
        TiledTree cut = new TiledTree(5, tile -> new byte[tile.length() - 1]);
        assertEquals(
                LogProblem.TILE_MISSING,
                assertThrows(LogException.class, cut::root).problem());
        assertThrows(LogException.class, () -> new GrowingTree(5, none));
    }

    @Test
    void whatIsNotInTheTreeIsNotAskedFor() {
        TiledTree tree = new TiledTree(5, TestTiles.of(LEAVES));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(5));
        assertThrows(IllegalArgumentException.class, () -> tree.inclusion(-1));
        assertThrows(IllegalArgumentException.class, () -> tree.consistency(6));
        assertThrows(IllegalArgumentException.class, () -> new GrowingTree().add(List.of(new byte[31])));
    }

    private static List<byte[]> leaves(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> MerkleHash.leaf(
                        ByteBuffer.allocate(Integer.BYTES).putInt(i).array()))
                .toList();
    }

    private static List<String> texts(List<byte[]> hashes) {
        return hashes.stream().map(Base64.getEncoder()::encodeToString).toList();
    }
}
