package org.sekisho.proof.pack;

import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sekisho.proof.bag.BagPath;

/**
 * One payload file of a pack, fixed before the pack is written.
 *
 * @param path in the pack, below data/; no percent sign, which sha256sum wouldn't find behind its encoding
 * @param sha256 of the content, 64 lower-case hexadecimal digits
 * @param size of the content in bytes
 * @param crc32 of the content where it is known: the file is stored then, and else compressed at level 1
 * @param content opens the content; called once while the pack is written, and closed
 */
public record PackEntry(String path, String sha256, long size, OptionalLong crc32, Content content) {

    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public PackEntry {
        if (!path.startsWith("data/") || path.indexOf('%') >= 0 || !BagPath.isSafe(path)) {
            throw new IllegalArgumentException("Not a path for a payload file: " + path);
        }
        if (!DIGEST.matcher(sha256).matches()) {
            throw new IllegalArgumentException("Not a SHA-256 in lower-case hexadecimal: " + sha256);
        }
        if (size < 0 || crc32.orElse(0) < 0 || crc32.orElse(0) > 0xFFFF_FFFFL) {
            throw new IllegalArgumentException("Not a size or CRC-32: " + size + ", " + crc32);
        }
    }

    /** Where the bytes of a file come from. */
    @FunctionalInterface
    public interface Content {
        InputStream open() throws IOException;
    }
}
