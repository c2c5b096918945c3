package org.sekisho.proof.hash;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sekisho.proof.SharedData;
import org.sekisho.proof.json.JsonException;
import org.sekisho.proof.json.JsonNull;
import org.sekisho.proof.json.JsonObject;
import org.sekisho.proof.json.JsonProblem;
import org.sekisho.proof.json.JsonReader;

class MerkleProofTest {

    private static final int LARGEST = 40;

    /** Certificate transparency's own reference values for the empty tree and the leaf of nothing. */
    @Test
    void leafAndEmptyTreeHaveTheKnownHashes() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                HexFormat.of().formatHex(MerkleHash.emptyRoot()));
        assertEquals(
                "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
                HexFormat.of().formatHex(MerkleHash.leaf(new byte[0])));
    }

    @Test
    void publishedInclusionVectorsAreJudgedAsTheyShouldBe() throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(SharedData.require("merkle/inclusion"))) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        assertTrue(files.size() > 50, "vectors found: " + files.size());
        for (Path file : files) {
            boolean wanted = !Files.readString(file).contains("\"wantErr\": true");
            assertEquals(wanted, verify(file), file.toString());
        }
    }

    private static boolean verify(Path file) throws IOException {
        try {
            JsonObject vector = (JsonObject) JsonReader.read(Files.readAllBytes(file));
            List<byte[]> path = vector.find("proof")
                            .filter(proof -> proof != JsonNull.INSTANCE)
                            .isEmpty()
                    ? List.of()
                    : vector.array("proof").strings().stream()
                            .map(Base64.getDecoder()::decode)
                            .toList();
            return InclusionProof.verify(
                    Base64.getDecoder().decode(vector.findString("leafHash").orElse("")),
                    vector.integer("leafIdx"),
                    vector.integer("treeSize"),
                    path,
                    Base64.getDecoder().decode(vector.findString("root").orElse("")));
        } catch (JsonException e) {
            // Some wrong vectors hold an index near 2^64, which no tree reaches.
            assertEquals(JsonProblem.NUMBER_OUT_OF_RANGE, e.problem(), file.toString());
            return false;
        }
    }

    @Test
    void everyLeafOfEverySmallTreeIsProven() {
        List<byte[]> leaves = leaves();
        for (int size = 1; size <= LARGEST; size++) {
            byte[] root = ReferenceTree.root(leaves.subList(0, size));
            for (int index = 0; index < size; index++) {
                List<byte[]> path = ReferenceTree.inclusion(index, leaves.subList(0, size));
                assertTrue(InclusionProof.verify(leaves.get(index), index, size, path, root));
                assertFalse(InclusionProof.verify(leaves.get(index), index + 1, size, path, root));
                assertFalse(InclusionProof.verify(leaves.get(index), index - 1, size, path, root));
                assertFalse(InclusionProof.verify(leaves.get(index + 1), index, size, path, root));
                assertFalse(InclusionProof.verify(leaves.get(index), index, size, longer(path), root));
            }
        }
    }

    @Test
    void everyPairOfSmallTreesIsConsistent() {
        List<byte[]> leaves = leaves();
        for (int newSize = 0; newSize <= LARGEST; newSize++) {
            byte[] newRoot = ReferenceTree.root(leaves.subList(0, newSize));
            for (int oldSize = 0; oldSize <= newSize; oldSize++) {
                byte[] oldRoot = ReferenceTree.root(leaves.subList(0, oldSize));
                List<byte[]> path = ReferenceTree.consistency(oldSize, leaves.subList(0, newSize));
                assertTrue(
                        ConsistencyProof.verify(oldSize, oldRoot, newSize, newRoot, path), oldSize + " in " + newSize);
                assertFalse(ConsistencyProof.verify(oldSize, oldRoot, newSize, newRoot, longer(path)));
                byte[] otherRoot = MerkleHash.leaf(new byte[] {1, 2, 3});
                assertFalse(ConsistencyProof.verify(oldSize, otherRoot, newSize, newRoot, path));
                if (oldSize > 0) {
                    assertFalse(ConsistencyProof.verify(oldSize, oldRoot, newSize, otherRoot, path));
                }
                if (!path.isEmpty()) {
                    assertFalse(ConsistencyProof.verify(
                            oldSize, oldRoot, newSize, newRoot, path.subList(0, path.size() - 1)));
                }
                assertFalse(ConsistencyProof.verify(newSize + 1, newRoot, newSize, newRoot, path));
            }
        }
    }

    private static List<byte[]> leaves() {
        return IntStream.rangeClosed(0, LARGEST)
                .mapToObj(i -> MerkleHash.leaf(new byte[] {(byte) i}))
                .toList();
    }

    private static List<byte[]> longer(List<byte[]> path) {
        List<byte[]> longer = new ArrayList<>(path);
        longer.add(MerkleHash.emptyRoot());
        return longer;
    }
}
