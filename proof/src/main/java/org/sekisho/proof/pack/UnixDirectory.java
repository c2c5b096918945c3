package org.sekisho.proof.pack;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Lets the central directory of a ZIP file pass and says in each entry that it was made on Unix, as a file that its owner
 * may write and all may read. java.util.zip says MS-DOS, and unzip then takes even a name that is marked as UTF-8 for one in
 * a DOS code page: Japanese names would be unpacked under others, and sha256sum wouldn't find them.
 */
final class UnixDirectory extends FilterOutputStream {

    private static final int CENTRAL = 0x02014b50;
    private static final int LENGTH = 46;
    private static final int MADE_BY = 5;
    private static final int NAME_LENGTH = 28;
    private static final int EXTRA_LENGTH = 30;
    private static final int COMMENT_LENGTH = 32;
    private static final int ATTRIBUTES = 38;

    private static final byte UNIX = 3;
    private static final int REGULAR_FILE_644 = 0100644 << 16;

    private final ByteBuffer header = ByteBuffer.allocate(LENGTH).order(ByteOrder.LITTLE_ENDIAN);
    private long passing;

    /** @param out gets the central directory and all that follows it */
    UnixDirectory(OutputStream out) {
        super(out);
    }

    @Override
    public void write(int b) throws IOException {
        if (passing > 0) {
            out.write(b);
            passing--;
            return;
        }
        header.put((byte) b);
        if (header.position() == Integer.BYTES && header.getInt(0) != CENTRAL) {
            passHeader(Long.MAX_VALUE);
        } else if (!header.hasRemaining()) {
            header.put(MADE_BY, UNIX).putInt(ATTRIBUTES, REGULAR_FILE_644);
            passHeader((long) length(NAME_LENGTH) + length(EXTRA_LENGTH) + length(COMMENT_LENGTH));
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = 0; i < length; i++) {
            write(bytes[offset + i]);
        }
    }

    private int length(int at) {
        return Short.toUnsignedInt(header.getShort(at));
    }

    private void passHeader(long next) throws IOException {
        out.write(header.array(), 0, header.position());
        header.clear();
        passing = next;
    }
}
