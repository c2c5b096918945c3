package org.sekisho.proof.verify;

/** Why the trail in a pack fails. */
public enum TrailProblem {
    /** Events, a key or proofs stand in the pack, and no checkpoint that they rest on. */
    CHECKPOINT_MISSING,
    /** Not an Ed25519 public key. */
    TRAIL_KEY_MALFORMED,
    /** Not a signed note, or not the text of a checkpoint in it. */
    CHECKPOINT_MALFORMED,
    /** The key didn't sign the checkpoint. */
    CHECKPOINT_UNSIGNED,
    /** A witness that was named didn't cosign the checkpoint. */
    NOT_COSIGNED,
    /** A line isn't the canonical JSON of an event. */
    EVENT_MALFORMED,
    /** An event stands there twice. */
    EVENT_TWICE,
    /** There is no proof of an event. */
    EVENT_UNPROVEN,
    /** Not written as the specification says. */
    PROOF_MALFORMED,
    /** The proof rests on another checkpoint than the pack's. */
    PROOF_OF_OTHER_CHECKPOINT,
    /** The proof doesn't lead from its event to the checkpoint. */
    NOT_INCLUDED,
    /** The proof is of a place in the log where another event stands. */
    PLACE_TWICE,
    /** There is no event that the proof is of. */
    PROOF_WITHOUT_EVENT,
    /** An earlier key, or a file that belongs to one, and no proven event by which the key after it came into force. */
    KEY_NOT_HANDED_OVER,
    /** The key of the trail has another fingerprint than the expected one. */
    OTHER_TRAIL_KEY
}
