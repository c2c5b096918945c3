package org.sekisho.proof.witness;

/** Why a witness doesn't start. */
public enum WitnessProblem {
    /** The file with the settings can't be read, or isn't one. */
    SETTINGS_UNREADABLE,
    /** A setting is missing. */
    SETTING_MISSING,
    /** A setting has a value that can't be used. */
    SETTING_WRONG,
    /** There is no such setting. */
    SETTING_UNKNOWN,
    /** The key's file can't be read, or isn't a pair of Ed25519. */
    KEY_UNREADABLE,
    /** Others than its owner may read the key's file. */
    KEY_EXPOSED,
    /** What was cosigned last can't be read: whoever forgets it would cosign another history. */
    STATE_UNREADABLE,
    /** Another witness runs over this folder. */
    STATE_IN_USE,
    /** Something else listens at the address, or it isn't one of this machine. */
    ADDRESS_IN_USE
}
