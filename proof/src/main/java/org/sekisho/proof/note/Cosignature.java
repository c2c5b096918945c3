package org.sekisho.proof.note;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/**
 * What a witness signs: that it saw a checkpoint, consistent with all that it saw before, at a time (C2SP tlog-cosignature,
 * cosignature/v1).
 *
 * @param time in whole seconds
 * @param signed the 64 bytes of Ed25519
 */
record Cosignature(Instant time, byte[] signed) {

    private static final int LENGTH = Long.BYTES + Ed25519.SIGNATURE;
    private static final Instant LATEST = Instant.ofEpochSecond(253_402_300_799L);

    static Optional<Cosignature> parse(byte[] bytes) {
        if (bytes.length != LENGTH) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long seconds = buffer.getLong();
        if (seconds < 0 || seconds > LATEST.getEpochSecond()) {
            return Optional.empty();
        }
        byte[] signed = new byte[Ed25519.SIGNATURE];
        buffer.get(signed);
        return Optional.of(new Cosignature(Instant.ofEpochSecond(seconds), signed));
    }

    byte[] bytes() {
        return ByteBuffer.allocate(LENGTH)
                .putLong(time.getEpochSecond())
                .put(signed)
                .array();
    }

    static byte[] message(Instant time, String text) {
        return ("cosignature/v1\ntime " + time.getEpochSecond() + "\n" + text).getBytes(StandardCharsets.UTF_8);
    }
}
