package org.sekisho.proof.verify;

/** What is checked of a pack, in this order: whatever a check rests on was checked before it. */
public enum PackCheck implements Check {
    /** The ZIP file or folder can be read whole, within limits, and holds only safe paths. */
    CONTAINER,
    /** The signature over the tag manifest holds under the key in the pack. */
    SIGNATURE,
    /** A time-stamping authority saw the tag manifest at a time; it is believed where it was said who it has to be. */
    TIMESTAMP,
    /** The bag is complete, every file in it is covered by the signature, and every checksum agrees. */
    BAG,
    /** Each event of the trail stands in the log, under a checkpoint signed with the trail's key in the pack. */
    TRAIL,
    /** The key in the pack is the one that was expected. */
    SIGNER,
    /** The trail's key in the pack is the one that was expected, or the expected signer of the pack vouches for it. */
    TRAIL_SIGNER,
    /** Each sample, drawn again from its population by its seed, holds the same items. */
    SAMPLES
}
