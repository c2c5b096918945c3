package org.sekisho.proof.pack;

import org.sekisho.proof.log.LogProof;

/**
 * Where a pack keeps its part of the trail: a signed checkpoint, the events, and for each of them a proof that it stands in the log under
 * that very checkpoint. A pack has all of it, or the events alone, which nothing proves then but the pack's own signature.
 */
public final class PackTrail {

    /** The public key that signed the checkpoint. */
    public static final String KEY = "keys/trail.pem";

    /** All below stands here. */
    public static final String FOLDER = "data/trail/";

    /** A signed note (C2SP tlog-checkpoint). */
    public static final String CHECKPOINT = FOLDER + "checkpoint";

    /** The events: on each line the bytes of a leaf, which are canonical JSON (RFC 8785), and a line feed. */
    public static final String ENTRIES = FOLDER + "entries.jsonl";

    /** The proofs (C2SP tlog-proof), one for each event. */
    public static final String PROOFS = FOLDER + "proofs/";

    private PackTrail() {}

    /** Where the proof of an event stands. */
    public static String proof(String event) {
        return PROOFS + event + LogProof.EXTENSION;
    }
}
