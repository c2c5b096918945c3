package org.sekisho.ejb.report.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.sekisho.domain.report.intake.IntakeError;
import org.sekisho.domain.report.intake.SourceFile;
import org.sekisho.domain.shared.Refusal;

/**
 * A source file as text: unpacked where it is packed by gzip, not longer than it may be, and UTF-8 throughout (RFC 3629, as RFC 8259
 * demands). A byte order mark at the beginning is skipped. Refusals come out of its reading.
 */
final class SourceStream extends FilterInputStream {

    private static final int BUFFER = 1 << 16;
    /** A character has at most four bytes; three of them may wait for the fourth. */
    private static final int REST = 3;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.nativeOrder());
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH = 0x8080808080808080L;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final ByteBuffer pending = ByteBuffer.allocate(BUFFER + REST);
    private final CharBuffer scratch = CharBuffer.allocate(BUFFER + REST);
    private final long limit;
    private long read;
    private boolean ended;

    private SourceStream(InputStream in, long limit) {
        super(in);
        this.limit = limit;
    }

    /**
     * Opens the file.
     *
     * @param limit the most bytes, unpacked
     */
    static SourceStream open(SourceFile file, long limit) throws IOException {
        InputStream raw = file.open();
        try {
            BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
            byte[] head = head(in);
            if (head.length == 0) {
                throw new Refusal(IntakeError.FILE_EMPTY);
            }
            boolean packed = head.length >= 2 && head[0] == 0x1f && head[1] == (byte) 0x8b;
            BufferedInputStream text = packed ? new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER) : in;
            if (isByteOrderMark(packed ? head(text) : head)) {
                text.skipNBytes(REST);
            }
            return new SourceStream(text, limit);
        } catch (ZipException | EOFException e) {
            raw.close();
            throw new Refusal(IntakeError.FILE_PACKED_BADLY);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** Whether the text ended, and has so many bytes. */
    boolean endsAt(long bytes) {
        return ended && bytes >= read;
    }

    private static byte[] head(BufferedInputStream in) throws IOException {
        in.mark(REST);
        byte[] head = in.readNBytes(REST);
        in.reset();
        return head;
    }

    private static boolean isByteOrderMark(byte[] head) {
        return head.length == REST && head[0] == (byte) 0xef && head[1] == (byte) 0xbb && head[2] == (byte) 0xbf;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count;
        try {
            count = super.read(bytes, offset, Math.min(length, BUFFER));
        } catch (ZipException e) {
            throw new Refusal(IntakeError.FILE_PACKED_BADLY);
        } catch (EOFException e) {
            throw new Refusal(IntakeError.FILE_TRUNCATED);
        }
        ended = count < 0;
        if (count > 0) {
            read += count;
            if (read > limit) {
                throw Refusal.of(IntakeError.FILE_TOO_LARGE, "limit", limit);
            }
            check(bytes, offset, count);
        }
        return count;
    }

    /** A character that is cut at the end of the file is JSON cut in the middle, which the parser tells. */
    private void check(byte[] bytes, int offset, int count) {
        if (pending.position() == 0 && isAscii(bytes, offset, count)) {
            return;
        }
        pending.put(bytes, offset, count).flip();
        scratch.clear();
        if (decoder.decode(pending, scratch, false).isError() || pending.remaining() > REST) {
            throw new Refusal(IntakeError.FILE_ENCODING);
        }
        pending.compact();
    }

    /** NUL is in no JSON text, but in every one of UTF-16 and UTF-32. Eight bytes are looked at together. */
    private static boolean isAscii(byte[] bytes, int offset, int count) {
        long bits = 0;
        long zeros = 0;
        int i = offset;
        for (; i <= offset + count - Long.BYTES; i += Long.BYTES) {
            long eight = (long) EIGHT.get(bytes, i);
            bits |= eight;
            zeros |= (eight - ONES) & ~eight;
        }
        for (; i < offset + count; i++) {
            bits |= bytes[i];
            zeros |= bytes[i] == 0 ? HIGH : 0;
        }
        if ((zeros & HIGH) != 0) {
            throw new Refusal(IntakeError.FILE_ENCODING);
        }
        return (bits & HIGH) == 0;
    }
}
