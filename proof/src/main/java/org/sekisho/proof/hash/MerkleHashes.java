package org.sekisho.proof.hash;

import java.util.List;

/** What both kinds of proof check of the hashes they are given. */
final class MerkleHashes {

    private MerkleHashes() {}

    /** A path is never longer than a tree can be deep, and each of its hashes has 32 bytes. */
    static boolean sound(List<byte[]> path) {
        return path.size() <= 2 * Long.SIZE && path.stream().allMatch(hash -> hash.length == Sha256.LENGTH);
    }
}
