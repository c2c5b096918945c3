package org.sekisho.proof.pack;

import org.sekisho.proof.log.LogProof;

/**
 * Where a pack keeps its part of the trail: a signed checkpoint, the events, and for each of them a proof that it stands in the log under
 * that very checkpoint. A pack has all of it, or no events at all: without proof they are whatever the pack's signer wrote.
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

    /** Changes of the key, each with what proves it: the latest is 1, the one before it 2, and so on without a gap. */
    public static final String KEY_CHANGES = FOLDER + "keys/";

    /** Where the public keys begin that were in force before those changes, numbered as they are. */
    public static final String EARLIER_KEYS = "keys/trail-earlier-";

    /** The act of the event that tells of another key. */
    public static final String KEY_CHANGING = "trail-key.run";

    /** The detail of that event which holds the fingerprint of the key before it. */
    public static final String KEY_BEFORE = "before";

    /** The detail of that event which holds the fingerprint of the key from then on. */
    public static final String KEY_NOW = "now";

    private PackTrail() {}

    /** Where the public key stands that was in force before a change. */
    public static String earlierKey(int change) {
        return EARLIER_KEYS + change + ".pem";
    }

    /** Where the event of a change stands: the bytes of its leaf. */
    public static String keyChange(int change) {
        return KEY_CHANGES + change + ".json";
    }

    /** Where the proof of that event stands, under the pack's checkpoint. */
    public static String keyChangeProof(int change) {
        return KEY_CHANGES + change + LogProof.EXTENSION;
    }

    /** Where the proof of an event stands. */
    public static String proof(String event) {
        return PROOFS + event + LogProof.EXTENSION;
    }
}
