package org.sekisho.persistence.vault;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.SecureRandom;
import org.sekisho.domain.vault.KeyStore;
import org.sekisho.domain.vault.KeyStore.Wrapped;
import org.sekisho.domain.vault.SealBroken;
import org.sekisho.domain.vault.Vault.Place;

/**
 * What every sealed thing begins with: a byte for the format, four for the version of the organisation's key, two for the length
 * of the record's key wrapped under that, and the wrapped key; all big-endian. The wrapped key opens with this format and place only,
 * and what follows is sealed with the record's key.
 */
record SealedHead(Format format, Wrapped wrapped) {

    /** The most bytes of a wrapped key. */
    static final int WRAPPED_LIMIT = 4096;

    private static final int FIXED = 1 + Integer.BYTES + Short.BYTES;
    private static final int DATA_KEY = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    SealedHead {
        if (wrapped.bytes().length > WRAPPED_LIMIT) {
            throw new IllegalArgumentException("A wrapped key of " + wrapped.bytes().length + " bytes");
        }
    }

    /** How what follows the head is encrypted. */
    enum Format {
        /** AES-256-GCM: nonce of 12 bytes, ciphertext, tag of 16 bytes. */
        WHOLE(1),
        /** Tink's AES-GCM-HKDF streaming: 32 bytes of salt and 7 of nonce prefix behind their length, then segments. */
        SEGMENTS(2);

        private final int code;

        Format(int code) {
            this.code = code;
        }

        /** Associated data: the format's byte and the place. */
        byte[] bind(Place place) {
            byte[] bytes = place.bytes();
            return ByteBuffer.allocate(1 + bytes.length)
                    .put((byte) code)
                    .put(bytes)
                    .array();
        }
    }

    /** A new record's key and the head that holds it. */
    static Opened create(Format format, Place place, KeyStore keys) {
        byte[] dataKey = new byte[DATA_KEY];
        RANDOM.nextBytes(dataKey);
        return new Opened(
                new SealedHead(format, keys.wrap(place.organisation(), dataKey, format.bind(place))), dataKey);
    }

    /** Reads a head from the begin of sealed bytes, and unwraps its key. */
    static Opened open(Format format, Place place, KeyStore keys, InputStream sealed) throws IOException {
        DataInputStream in = new DataInputStream(sealed);
        byte[] fixed = in.readNBytes(FIXED);
        if (fixed.length < FIXED || fixed[0] != format.code) {
            throw new SealBroken(place, null);
        }
        ByteBuffer numbers = ByteBuffer.wrap(fixed, 1, FIXED - 1);
        int version = numbers.getInt();
        int length = Short.toUnsignedInt(numbers.getShort());
        if (version < 1 || length > WRAPPED_LIMIT) {
            throw new SealBroken(place, null);
        }
        Wrapped wrapped = new Wrapped(version, in.readNBytes(length));
        if (wrapped.bytes().length < length) {
            throw new SealBroken(place, null);
        }
        try {
            return new Opened(
                    new SealedHead(format, wrapped), keys.unwrap(place.organisation(), wrapped, format.bind(place)));
        } catch (SecurityException e) {
            throw new SealBroken(place, e);
        }
    }

    int length() {
        return FIXED + wrapped.bytes().length;
    }

    byte[] bytes() {
        return ByteBuffer.allocate(length())
                .put((byte) format.code)
                .putInt(wrapped.version())
                .putShort((short) wrapped.bytes().length)
                .put(wrapped.bytes())
                .array();
    }

    /** A head with the record's key unwrapped. */
    record Opened(SealedHead head, byte[] dataKey) {}
}
