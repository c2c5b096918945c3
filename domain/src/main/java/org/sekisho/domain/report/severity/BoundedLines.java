package org.sekisho.domain.report.severity;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.sekisho.domain.shared.Refusal;

/** Lines of a published list, packed by gzip or plain, in bounded memory: neither a line nor the unpacked whole goes on for ever. */
final class BoundedLines {

    private static final int LINE_LIMIT = 256;

    private final InputStream in;
    private final long limit;
    private long read;
    private int line;

    BoundedLines(InputStream in, long limit) throws IOException {
        this.in = unpacked(new BufferedInputStream(in, 1 << 16));
        this.limit = limit;
    }

    private static InputStream unpacked(BufferedInputStream in) throws IOException {
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        return first == 0x1f && second == 0x8b
                ? new BufferedInputStream(new GZIPInputStream(in, 1 << 16), 1 << 16)
                : in;
    }

    /** The next line without its end; none after the last. */
    Optional<String> next() throws IOException {
        byte[] bytes = new byte[LINE_LIMIT];
        int length = 0;
        line++;
        int each = in.read();
        if (each < 0) {
            return Optional.empty();
        }
        for (; each >= 0 && each != '\n'; each = in.read()) {
            if (length == LINE_LIMIT) {
                throw malformed();
            }
            bytes[length++] = (byte) each;
        }
        read += length + 1L;
        if (read > limit) {
            throw Refusal.of(SeverityError.LIST_TOO_LARGE, "limit", limit);
        }
        return Optional.of(new String(bytes, 0, length, StandardCharsets.ISO_8859_1).strip());
    }

    /** That the line read last isn't as the format says. */
    Refusal malformed() {
        return Refusal.of(SeverityError.LIST_MALFORMED, "line", line);
    }
}
