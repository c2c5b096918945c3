package org.sekisho.proof.note;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;

/** Signs notes with a key. */
public final class NoteSigner {

    private final VerifierKey verifier;
    private final PrivateKey key;

    /** @param verifier of the same pair as the key */
    public NoteSigner(VerifierKey verifier, PrivateKey key) {
        this.verifier = verifier;
        this.key = key;
    }

    /**
     * @param text with a newline at its end
     * @throws IllegalStateException where the key cosigns, and needs a time
     */
    public NoteSignature sign(String text) {
        require(SignatureType.ED25519);
        return new NoteSignature(
                verifier.name(), verifier.id(), Ed25519.sign(key, text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * Cosigns the text of a checkpoint.
     *
     * @param time of which the seconds count
     * @throws IllegalStateException where the key doesn't cosign
     */
    public NoteSignature cosign(String text, Instant time) {
        require(SignatureType.COSIGNATURE);
        Cosignature made = new Cosignature(time, Ed25519.sign(key, Cosignature.message(time, text)));
        return new NoteSignature(verifier.name(), verifier.id(), made.bytes());
    }

    private void require(SignatureType type) {
        if (verifier.type() != type) {
            throw new IllegalStateException(verifier.name() + " signs as " + verifier.type());
        }
    }

    public VerifierKey verifier() {
        return verifier;
    }
}
