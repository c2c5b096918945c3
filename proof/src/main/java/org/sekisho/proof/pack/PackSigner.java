package org.sekisho.proof.pack;

import java.security.KeyPair;
import java.security.PrivateKey;

/** Signs packs; the private key may stand in a token or a key management service. */
public interface PackSigner {

    /** The public key that goes with {@link #sign}. */
    PackKey key();

    /**
     * The 64 bytes of the Ed25519 signature (RFC 8032, section 5.1.6) of the whole message, not of a digest.
     *
     * @throws IllegalStateException when the key can't be used
     */
    byte[] sign(byte[] message);

    /** A signer with a key held in memory. */
    static PackSigner of(KeyPair pair) {
        PackKey key = PackKey.of(pair.getPublic());
        PrivateKey secret = pair.getPrivate();
        return new PackSigner() {
            @Override
            public PackKey key() {
                return key;
            }

            @Override
            public byte[] sign(byte[] message) {
                return PackSignature.sign(secret, message);
            }
        };
    }
}
