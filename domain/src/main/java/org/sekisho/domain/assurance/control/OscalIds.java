package org.sekisho.domain.assurance.control;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Identifiers of OSCAL documents. OSCAL takes UUIDs of version 4 and 5 only, and ours are of version 7: each becomes the name-based one
 * (RFC 9562, section 5.5) of its text in the namespace below, so that the same thing has the same identifier in every document.
 */
public final class OscalIds {

    /** Ours; made once at random. */
    public static final UUID NAMESPACE = UUID.fromString("6f1c0a52-94de-4f0b-9a53-2f6b7f0f8c1e");

    private OscalIds() {}

    /** The identifier of something of ours. */
    public static UUID of(UUID id) {
        return of(id.toString());
    }

    /** The identifier of something that is named by words, such as an entry of a list or a part of something. */
    public static UUID of(String name) {
        MessageDigest digest = sha1();
        digest.update(ByteBuffer.allocate(16)
                .putLong(NAMESPACE.getMostSignificantBits())
                .putLong(NAMESPACE.getLeastSignificantBits())
                .array());
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
        long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
        long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static MessageDigest sha1() {
        try {
            // The algorithm of version 5; nothing rests on its strength.
            return MessageDigest.getInstance("SHA-1");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
