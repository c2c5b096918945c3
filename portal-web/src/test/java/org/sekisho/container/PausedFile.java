package org.sekisho.container;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.sekisho.proof.hash.Sha256;

/** A large file of one line over and over, whose second half isn't sent before it is asked for. */
final class PausedFile extends InputStream {

    private static final int LONGEST_SECONDS = 120;

    private final byte[] line;
    private final long size;
    private final MessageDigest sha256 = Sha256.start();
    private final CountDownLatch goOn = new CountDownLatch(1);
    private long sent;

    PausedFile(String line, long size) {
        this.line = (line + "\n").getBytes(StandardCharsets.UTF_8);
        this.size = size;
    }

    void goOn() {
        goOn.countDown();
    }

    /** SHA-256 of what was sent. */
    String sha256() {
        return HexFormat.of().formatHex(sha256.digest());
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (sent == size) {
            return -1;
        }
        if (sent >= size / 2) {
            awaitGoing();
        }
        int read = (int) Math.min(Math.min(length, line.length - sent % line.length), size - sent);
        System.arraycopy(line, (int) (sent % line.length), into, offset, read);
        sha256.update(into, offset, read);
        sent += read;
        return read;
    }

    private void awaitGoing() {
        try {
            if (!goOn.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("Nobody asked for the second half");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
