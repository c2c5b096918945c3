package org.sekisho.proof.verify;

import org.sekisho.proof.pack.PackKey;

/**
 * A key of the trail and the checkpoints that are its own to sign.
 *
 * @param until the size of the largest of them: whoever got hold of a key that was put away since can't sign a later one
 */
record KnownKey(PackKey key, long until) {

    /** The key in force. */
    static KnownKey current(PackKey key) {
        return new KnownKey(key, Long.MAX_VALUE);
    }

    boolean signed(SignedCheckpoint checkpoint) {
        return checkpoint.checkpoint().size() <= until && checkpoint.isSignedBy(key);
    }
}
