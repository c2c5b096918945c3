package org.sekisho.proof.verify;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.sekisho.proof.log.EntryBundle;
import org.sekisho.proof.pack.PackTrail;

/** Reads the events of a pack one after the other; holds one line at a time. */
final class EventLines {

    private static final int BUFFER = 64 * 1024;

    private final InputStream content;
    private final byte[] buffer = new byte[BUFFER];
    private int at;
    private int filled;
    private long number;

    EventLines(InputStream content) {
        this.content = content;
    }

    /**
     * The next line without its line feed; empty at the end.
     *
     * @throws TrailException where it is longer than an entry of a log can be, or ends without a line feed
     */
    Optional<byte[]> next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        number++;
        while (fill()) {
            int end = at;
            while (end < filled && buffer[end] != '\n') {
                end++;
            }
            line.write(buffer, at, end - at);
            if (line.size() > EntryBundle.MOST_BYTES) {
                throw malformed();
            }
            if (end < filled) {
                at = end + 1;
                return Optional.of(line.toByteArray());
            }
            at = filled;
        }
        if (line.size() > 0) {
            throw malformed();
        }
        return Optional.empty();
    }

    private boolean fill() throws IOException {
        if (at == filled) {
            at = 0;
            filled = Math.max(0, content.read(buffer));
        }
        return at < filled;
    }

    /** The line that was read last isn't what it should be. */
    TrailException malformed() {
        return new TrailException(TrailProblem.EVENT_MALFORMED, PackTrail.ENTRIES + ":" + number);
    }
}
