package org.sekisho.proof.hash;

import java.security.MessageDigest;

/**
 * The hashes of a Merkle tree (RFC 6962, section 2.1). Leaves and nodes start with different bytes, so that no node can be
 * passed off as a leaf.
 */
public final class MerkleHash {

    private static final byte LEAF = 0x00;
    private static final byte NODE = 0x01;

    private MerkleHash() {}

    /** SHA-256(0x00 ‖ entry). */
    public static byte[] leaf(byte[] entry) {
        MessageDigest digest = Sha256.start();
        digest.update(LEAF);
        return digest.digest(entry);
    }

    /** SHA-256(0x01 ‖ left ‖ right). */
    public static byte[] node(byte[] left, byte[] right) {
        MessageDigest digest = Sha256.start();
        digest.update(NODE);
        digest.update(left);
        return digest.digest(right);
    }

    /** The root of the tree without a leaf: SHA-256 of nothing. */
    public static byte[] emptyRoot() {
        return Sha256.digest(new byte[0]);
    }
}
