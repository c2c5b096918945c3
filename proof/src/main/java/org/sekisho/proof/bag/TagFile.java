package org.sekisho.proof.bag;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a tag file line by line in bounded memory: strict UTF-8, lines ended by LF, CR or both (RFC 8493, section 2). */
final class TagFile {

    /** Longer than any line with a digest and an encoded path. */
    private static final int MAX_LINE = 8 * 1024;

    private TagFile() {}

    interface LineReader {
        void line(String line) throws BagException;
    }

    /** @throws BagException {@link BagProblem#TAG_FILE_MALFORMED} when the bytes aren't UTF-8 or a line is too long */
    static void read(InputStream content, String path, LineReader reader) throws IOException {
        try (BufferedReader text =
                new BufferedReader(new InputStreamReader(content, StandardCharsets.UTF_8.newDecoder()))) {
            StringBuilder line = new StringBuilder();
            boolean afterReturn = false;
            for (int c = text.read(); c >= 0; c = text.read()) {
                if (c == '\n' && afterReturn) {
                    afterReturn = false;
                } else if (c == '\n' || c == '\r') {
                    reader.line(line.toString());
                    line.setLength(0);
                    afterReturn = c == '\r';
                } else {
                    line.append((char) c);
                    afterReturn = false;
                    requireLength(line, path);
                }
            }
            if (!line.isEmpty()) {
                reader.line(line.toString());
            }
        } catch (CharacterCodingException e) {
            throw new BagException(BagProblem.TAG_FILE_MALFORMED, path);
        }
    }

    private static void requireLength(StringBuilder line, String path) throws BagException {
        if (line.length() > MAX_LINE) {
            throw new BagException(BagProblem.TAG_FILE_MALFORMED, path);
        }
    }
}
