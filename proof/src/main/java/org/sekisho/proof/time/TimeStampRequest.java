package org.sekisho.proof.time;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.sekisho.proof.hash.Sha256;

/** What an authority is sent: the SHA-256 of a file, to be stamped with its certificate in the answer (RFC 3161, section 2.4.1). */
public final class TimeStampRequest {

    /** The media type of a request. */
    public static final String TYPE = "application/timestamp-query";

    private static final int NONCE = 8;

    /** Version 1; MessageImprint with the algorithm SHA-256 and no parameters but NULL, and the digest to follow. */
    private static final byte[] HEAD =
            HexFormat.of().parseHex("3043" + "020101" + "3031300d060960864801650304020105000420");

    private static final SecureRandom RANDOM = new SecureRandom();

    private TimeStampRequest() {}

    /** A request for a stamp of the file, with a nonce of its own. */
    public static byte[] of(byte[] file) {
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        // Positive, and in as many bytes as it has: DER has one form of a number.
        nonce[0] = (byte) (nonce[0] & 0x3f | 0x40);
        return ByteBuffer.allocate(HEAD.length + Sha256.LENGTH + 2 + NONCE + 3)
                .put(HEAD)
                .put(Sha256.digest(file))
                .put(new byte[] {0x02, NONCE})
                .put(nonce)
                .put(new byte[] {0x01, 0x01, (byte) 0xff})
                .array();
    }
}
