package org.sekisho.proof.hash;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 (FIPS 180-4) of bytes and streams. */
public final class Sha256 {

    /** Bytes of a digest. */
    public static final int LENGTH = 32;

    private static final int BUFFER = 64 * 1024;

    /** Never fed: to copy it takes less than to look among the providers again. */
    private static final MessageDigest BLANK = find();

    private Sha256() {}

    /** A digest to feed piece by piece. */
    public static MessageDigest start() {
        try {
            return (MessageDigest) BLANK.clone();
        } catch (CloneNotSupportedException other) {
            return find();
        }
    }

    private static MessageDigest find() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** The 32 bytes of the digest. */
    public static byte[] digest(byte[] data) {
        return start().digest(data);
    }

    /** The 32 bytes of the digest of all that the stream still holds; reads it to its end and leaves it open. */
    public static byte[] digest(InputStream data) throws IOException {
        MessageDigest digest = start();
        byte[] buffer = new byte[BUFFER];
        for (int read = data.read(buffer); read >= 0; read = data.read(buffer)) {
            digest.update(buffer, 0, read);
        }
        return digest.digest();
    }

    /** The digest in 64 lower-case hexadecimal digits. */
    public static String hex(byte[] data) {
        return HexFormat.of().formatHex(digest(data));
    }

    /** The digest of a stream in 64 lower-case hexadecimal digits; reads it to its end and leaves it open. */
    public static String hex(InputStream data) throws IOException {
        return HexFormat.of().formatHex(digest(data));
    }
}
