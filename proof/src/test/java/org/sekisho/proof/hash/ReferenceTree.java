package org.sekisho.proof.hash;

import java.util.ArrayList;
import java.util.List;

/** A tree as RFC 6962 defines it, word for word, with all leaves in memory: what others are compared with. */
public final class ReferenceTree {

    private ReferenceTree() {}

    /** MTH of RFC 6962, section 2.1, word for word. */
    public static byte[] root(List<byte[]> leaves) {
        if (leaves.isEmpty()) {
            return MerkleHash.emptyRoot();
        }
        if (leaves.size() == 1) {
            return leaves.get(0);
        }
        int k = split(leaves.size());
        return MerkleHash.node(root(leaves.subList(0, k)), root(leaves.subList(k, leaves.size())));
    }

    /** PATH of RFC 6962, section 2.1.1. */
    public static List<byte[]> inclusion(int index, List<byte[]> leaves) {
        List<byte[]> path = new ArrayList<>();
        if (leaves.size() > 1) {
            int k = split(leaves.size());
            List<byte[]> left = leaves.subList(0, k);
            List<byte[]> right = leaves.subList(k, leaves.size());
            path.addAll(index < k ? inclusion(index, left) : inclusion(index - k, right));
            path.add(root(index < k ? right : left));
        }
        return path;
    }

    /** PROOF of RFC 6962, section 2.1.2; nothing of the empty tree. */
    public static List<byte[]> consistency(int oldSize, List<byte[]> leaves) {
        return oldSize == 0 ? List.of() : consistency(oldSize, leaves, true);
    }

    /** SUBPROOF of RFC 6962, section 2.1.2. */
    private static List<byte[]> consistency(int oldSize, List<byte[]> leaves, boolean known) {
        List<byte[]> path = new ArrayList<>();
        if (oldSize == leaves.size()) {
            if (!known) {
                path.add(root(leaves));
            }
            return path;
        }
        int k = split(leaves.size());
        List<byte[]> left = leaves.subList(0, k);
        List<byte[]> right = leaves.subList(k, leaves.size());
        if (oldSize <= k) {
            path.addAll(consistency(oldSize, left, known));
            path.add(root(right));
        } else {
            path.addAll(consistency(oldSize - k, right, false));
            path.add(root(left));
        }
        return path;
    }

    private static int split(int size) {
        return Integer.highestOneBit(size - 1);
    }
}
