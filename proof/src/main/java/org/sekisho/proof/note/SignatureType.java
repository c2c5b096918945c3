package org.sekisho.proof.note;

import java.util.Arrays;
import java.util.Optional;

/** What a signature below a note is made of, by the byte that the specification assigns. */
public enum SignatureType {
    /** Ed25519 over the text. */
    ED25519(0x01),
    /** Ed25519 over a time and the text of a checkpoint (C2SP tlog-cosignature, cosignature/v1). */
    COSIGNATURE(0x04);

    private final byte assigned;

    SignatureType(int assigned) {
        this.assigned = (byte) assigned;
    }

    byte assigned() {
        return assigned;
    }

    static Optional<SignatureType> of(byte assigned) {
        return Arrays.stream(values()).filter(each -> each.assigned == assigned).findFirst();
    }
}
