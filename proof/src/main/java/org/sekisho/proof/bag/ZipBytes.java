package org.sekisho.proof.bag;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Little-endian reading at any place of a ZIP file, through a window, never beyond its end. */
final class ZipBytes {

    private static final int WINDOW = 8 * 1024;

    private final FileChannel channel;
    private final long length;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowStart;

    ZipBytes(FileChannel channel) throws IOException {
        this.channel = channel;
        this.length = channel.size();
    }

    long length() {
        return length;
    }

    /** @throws BagException {@link BagProblem#ZIP_MALFORMED} when the file ends before */
    byte[] read(long start, int count) throws IOException {
        if (start < 0 || count > length - start) {
            throw new BagException(BagProblem.ZIP_MALFORMED, "byte " + start);
        }
        byte[] bytes = new byte[count];
        ByteBuffer target = ByteBuffer.wrap(bytes);
        while (target.hasRemaining()) {
            long at = start + target.position();
            if (at < windowStart || at >= windowStart + window.limit()) {
                fill(at);
            }
            window.position((int) (at - windowStart));
            int part = Math.min(window.remaining(), target.remaining());
            target.put(window.slice().limit(part));
        }
        return bytes;
    }

    private void fill(long start) throws IOException {
        ByteBuffer next = ByteBuffer.allocate((int) Math.min(WINDOW, length - start));
        while (next.hasRemaining()) {
            if (channel.read(next, start + next.position()) < 0) {
                throw new BagException(BagProblem.ZIP_MALFORMED, "byte " + start);
            }
        }
        window = next.flip();
        windowStart = start;
    }

    /** A header of fixed length, after a check of its signature. */
    ByteBuffer header(long start, int count, int signature) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(read(start, count)).order(ByteOrder.LITTLE_ENDIAN);
        if (header.getInt(0) != signature) {
            throw new BagException(BagProblem.ZIP_MALFORMED, "byte " + start);
        }
        return header;
    }

    static int unsigned16(ByteBuffer bytes, int at) {
        return Short.toUnsignedInt(bytes.getShort(at));
    }

    static long unsigned32(ByteBuffer bytes, int at) {
        return Integer.toUnsignedLong(bytes.getInt(at));
    }
}
