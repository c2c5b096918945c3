package org.sekisho.domain.trail.log;

import java.security.KeyPair;
import java.security.PrivateKey;
import org.sekisho.proof.note.NoteException;
import org.sekisho.proof.note.NoteSigner;
import org.sekisho.proof.note.SignatureType;
import org.sekisho.proof.note.VerifierKey;
import org.sekisho.proof.pack.PackKey;

/** The pair of keys that signs checkpoints, and nothing else. It lies apart from the database. */
public final class TrailKey {

    private final PackKey open;
    private final PrivateKey secret;

    private TrailKey(PackKey open, PrivateKey secret) {
        this.open = open;
        this.secret = secret;
    }

    /** @param pair of Ed25519 */
    public static TrailKey of(KeyPair pair) {
        return new TrailKey(PackKey.of(pair.getPublic()), pair.getPrivate());
    }

    /** The public key, as it is published. */
    public PackKey open() {
        return open;
    }

    /**
     * Signs in the name of the log.
     *
     * @throws IllegalArgumentException where the name isn't one
     */
    public NoteSigner signer(String origin) {
        try {
            return new NoteSigner(VerifierKey.of(origin, SignatureType.ED25519, open.key()), secret);
        } catch (NoteException noName) {
            throw new IllegalArgumentException(origin, noName);
        }
    }
}
