package org.sekisho.domain.assurance.evidence;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;

/** Checks that a stream of bytes is UTF-8 (RFC 3629) without NUL, also where a character is cut between two pieces. */
final class Utf8Check {

    private static final int PIECE = 8 * 1024;
    /** A character has at most four bytes; three of them may wait for the fourth. */
    private static final int REST = 3;

    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer scratch = CharBuffer.allocate(PIECE + REST);
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE + REST);

    void update(byte[] data, int offset, int length) {
        for (int at = 0; at < length; at += PIECE) {
            int count = Math.min(PIECE, length - at);
            requireNoNul(data, offset + at, count);
            bytes.put(data, offset + at, count);
            decode(false);
        }
    }

    /** After the last byte: no character may be cut. */
    void finish() {
        decode(true);
    }

    private void decode(boolean end) {
        bytes.flip();
        scratch.clear();
        CoderResult result = decoder.decode(bytes, scratch, end);
        Checks.check(!result.isError(), AssuranceError.FILE_NOT_UTF8);
        bytes.compact();
    }

    private static void requireNoNul(byte[] data, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            Checks.check(data[i] != 0, AssuranceError.FILE_NOT_UTF8);
        }
    }
}
