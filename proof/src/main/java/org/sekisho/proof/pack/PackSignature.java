package org.sekisho.proof.pack;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.SignatureException;
import org.sekisho.proof.bag.BagAlgorithm;

/** The signature of a pack: raw Ed25519 (RFC 8032) over its tag manifest, which covers all the rest by digests. */
public final class PackSignature {

    /** The file that is signed. */
    public static final String SIGNED = BagAlgorithm.SHA256.tagManifest();

    /** Where the signature stands in a pack. */
    public static final String PATH = SIGNED + ".sig";

    /** Where a time-stamp of the signed file stands in a pack, if there is one (RFC 3161, TimeStampResp). */
    public static final String TIME_STAMP = SIGNED + ".tsr";

    /** Bytes of a signature. */
    public static final int LENGTH = 64;

    private static final String ALGORITHM = "Ed25519";

    private PackSignature() {}

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The key can't sign", e);
        }
    }

    /** Whether the signature is the one of this message under this key. */
    public static boolean verify(PackKey key, byte[] message, byte[] signature) {
        if (signature.length != LENGTH) {
            return false;
        }
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key.key());
            check.update(message);
            return check.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java has Ed25519 since 15", e);
        }
    }
}
