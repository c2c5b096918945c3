package org.sekisho.proof.hash;

import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks that a larger tree begins with all leaves of a smaller one, in their order (RFC 6962, section 2.1.2; the
 * algorithm of RFC 9162, section 2.1.4.2).
 */
public final class ConsistencyProof {

    private ConsistencyProof() {}

    /**
     * @param oldSize leaves of the smaller tree; the empty tree is consistent with every tree, by an empty path
     * @param newSize leaves of the larger tree
     * @param path the hashes of the proof
     * @return whether the path proves both roots
     */
    public static boolean verify(long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> path) {
        if (oldSize < 0 || oldSize > newSize || !MerkleHashes.sound(path)) {
            return false;
        }
        if (oldSize == newSize) {
            return path.isEmpty() && MessageDigest.isEqual(oldRoot, newRoot);
        }
        if (oldSize == 0) {
            return path.isEmpty() && MessageDigest.isEqual(oldRoot, MerkleHash.emptyRoot());
        }
        List<byte[]> hashes = new ArrayList<>(path);
        if (Long.bitCount(oldSize) == 1) {
            // A complete smaller tree is a node of the larger one: its root is left out of the path.
            hashes.add(0, oldRoot);
        }
        return !path.isEmpty() && leadsToBoth(oldSize, oldRoot, newSize, newRoot, hashes);
    }

    private static boolean leadsToBoth(
            long oldSize, byte[] oldRoot, long newSize, byte[] newRoot, List<byte[]> hashes) {
        long first = oldSize - 1;
        long last = newSize - 1;
        while ((first & 1) == 1) {
            first >>= 1;
            last >>= 1;
        }
        byte[] oldHash = hashes.get(0);
        byte[] newHash = hashes.get(0);
        for (byte[] hash : hashes.subList(1, hashes.size())) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                oldHash = MerkleHash.node(hash, oldHash);
                newHash = MerkleHash.node(hash, newHash);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                newHash = MerkleHash.node(newHash, hash);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(oldHash, oldRoot) && MessageDigest.isEqual(newHash, newRoot);
    }
}
