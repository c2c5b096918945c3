package org.sekisho.proof.note;

/** Why a note or a key is refused. */
public enum NoteProblem {
    /** More bytes or more signatures than a reader takes. */
    TOO_LARGE,
    /** It isn't written as the specification says. */
    MALFORMED,
    /** A key of another algorithm than Ed25519, or no point of its curve. */
    KEY_UNSUPPORTED,
    /** A key's identifier isn't that of its name and its bytes. */
    KEY_ID_DIFFERS,
    /** A known key's name and identifier stand below the note, and its signature isn't of this text. */
    SIGNATURE_WRONG,
    /** None of the known keys signed it. */
    SIGNER_UNKNOWN
}
