package org.sekisho.proof.note;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** Ed25519 (RFC 8032) with its keys in 32 bytes. */
final class Ed25519 {

    static final int KEY = 32;
    static final int SIGNATURE = 64;

    private static final String ALGORITHM = "Ed25519";

    /** What stands before the 32 bytes in a SubjectPublicKeyInfo (RFC 8410, section 4). */
    private static final byte[] PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

    private Ed25519() {}

    /** @throws NoteException where the bytes are no point of the curve */
    static PublicKey key(byte[] raw) throws NoteException {
        byte[] info = Arrays.copyOf(PREFIX, PREFIX.length + KEY);
        System.arraycopy(raw, 0, info, PREFIX.length, KEY);
        try {
            PublicKey key = KeyFactory.getInstance(ALGORITHM).generatePublic(new X509EncodedKeySpec(info));
            // Java finds out only here whether the bytes are a point of the curve.
            Signature.getInstance(ALGORITHM).initVerify(key);
            return key;
        } catch (GeneralSecurityException unfit) {
            throw new NoteException(NoteProblem.KEY_UNSUPPORTED, unfit);
        }
    }

    /** @throws NoteException where the key is of another algorithm */
    static byte[] raw(PublicKey key) throws NoteException {
        byte[] info = key.getEncoded();
        boolean fits = info != null
                && info.length == PREFIX.length + KEY
                && Arrays.equals(info, 0, PREFIX.length, PREFIX, 0, PREFIX.length);
        if (!fits) {
            throw new NoteException(NoteProblem.KEY_UNSUPPORTED);
        }
        return Arrays.copyOfRange(info, PREFIX.length, info.length);
    }

    static byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform signs with Ed25519", e);
        }
    }

    static boolean verifies(PublicKey key, byte[] message, byte[] signed) {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initVerify(key);
            signature.update(message);
            return signature.verify(signed);
        } catch (GeneralSecurityException malformed) {
            return false;
        }
    }
}
