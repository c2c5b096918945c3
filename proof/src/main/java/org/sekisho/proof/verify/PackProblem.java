package org.sekisho.proof.verify;

/** Why a pack fails, beyond what may be wrong with any bag ({@link org.sekisho.proof.bag.BagProblem}). */
public enum PackProblem {
    /** The key in the pack can't be read. */
    KEY_MALFORMED,
    /** The signature isn't the one of this tag manifest under the key in the pack. */
    SIGNATURE_WRONG,
    /** The key in the pack has another fingerprint than the expected one. */
    OTHER_KEY,
    /** The file or the medium can't be read. */
    UNREADABLE
}
