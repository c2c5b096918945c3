package org.sekisho.ejb.shared;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * A file, or a range of one, that may be sent: its event is in the trail. Nothing is opened before it is written.
 *
 * @param name for the reader's disk
 * @param mediaType as it was detected
 * @param size of the whole file in bytes
 * @param sha256 of the whole file, lower-case hexadecimal
 * @param first byte to send, from 0
 * @param last byte to send, inclusive
 * @param content opens the file from a byte on
 */
public record FileToSend(
        String name, String mediaType, long size, String sha256, long first, long last, Content content) {

    private static final int BUFFER = 64 * 1024;

    /** Where the bytes come from. */
    @FunctionalInterface
    public interface Content {

        /** The content from this byte to its end. */
        InputStream from(long offset) throws IOException;
    }

    /** Whether less than the whole file is sent. */
    public boolean isPartial() {
        return first > 0 || last < size - 1;
    }

    /** How many bytes are sent. */
    public long length() {
        return last - first + 1;
    }

    /** Sends the bytes; the stream is left open. */
    public void writeTo(OutputStream out) throws IOException {
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = content.from(first)) {
            long left = length();
            while (left > 0) {
                int read = in.read(buffer, 0, (int) Math.min(buffer.length, left));
                if (read < 0) {
                    throw new EOFException(name);
                }
                out.write(buffer, 0, read);
                left -= read;
            }
        }
    }
}
