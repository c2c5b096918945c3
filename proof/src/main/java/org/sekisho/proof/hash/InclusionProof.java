package org.sekisho.proof.hash;

import java.security.MessageDigest;
import java.util.List;

/** Checks that a leaf stands in a tree (RFC 6962, section 2.1.1; the algorithm of RFC 9162, section 2.1.3.2). */
public final class InclusionProof {

    private InclusionProof() {}

    /**
     * @param leafHash of the entry in question
     * @param index of the leaf, from 0
     * @param size leaves of the tree
     * @param path the sibling hashes from the leaf up
     * @param root of the tree of that size
     * @return whether the path leads from the leaf to the root, and every hash has 32 bytes
     */
    public static boolean verify(byte[] leafHash, long index, long size, List<byte[]> path, byte[] root) {
        if (index < 0 || index >= size || leafHash.length != Sha256.LENGTH || !MerkleHashes.sound(path)) {
            return false;
        }
        long first = index;
        long last = size - 1;
        byte[] hash = leafHash;
        for (byte[] sibling : path) {
            if (last == 0) {
                return false;
            }
            if ((first & 1) == 1 || first == last) {
                hash = MerkleHash.node(sibling, hash);
                while ((first & 1) == 0 && first != 0) {
                    first >>= 1;
                    last >>= 1;
                }
            } else {
                hash = MerkleHash.node(hash, sibling);
            }
            first >>= 1;
            last >>= 1;
        }
        return last == 0 && MessageDigest.isEqual(hash, root);
    }
}
