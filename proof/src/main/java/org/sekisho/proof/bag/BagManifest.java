package org.sekisho.proof.bag;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A payload or tag manifest (RFC 8493, sections 2.1.3 and 2.2.1): a digest for each path.
 *
 * @param digests by path
 */
public record BagManifest(SortedMap<String, byte[]> digests) {

    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]+)[ \t]+\\*?([^ \t].*)");

    public BagManifest {
        digests = Collections.unmodifiableSortedMap(new TreeMap<>(digests));
    }

    /** The digest of that path, where it is listed. */
    Optional<byte[]> find(String path) {
        return Optional.ofNullable(digests.get(path));
    }

    /**
     * One line with its line break, in the form that sha256sum and sha512sum read too.
     *
     * @param digest in lower-case hexadecimal
     */
    public static String line(String digest, String path) {
        return digest + "  " + BagPath.encode(path) + "\n";
    }

    /**
     * @param path the manifest's own
     * @param limit the most lines
     */
    static BagManifest read(InputStream content, String path, BagAlgorithm algorithm, int limit) throws IOException {
        SortedMap<String, byte[]> digests = new TreeMap<>();
        TagFile.read(content, path, line -> {
            Matcher found = LINE.matcher(line);
            if (!found.matches() || found.group(1).length() != 2 * algorithm.length()) {
                throw new BagException(BagProblem.TAG_FILE_MALFORMED, path);
            }
            String listed = BagPath.require(decode(found.group(2), path));
            if (digests.put(listed, HexFormat.of().parseHex(found.group(1))) != null) {
                throw new BagException(BagProblem.LISTED_TWICE, listed);
            }
            if (digests.size() > limit) {
                throw new BagException(BagProblem.TOO_MANY_FILES, path);
            }
        });
        return new BagManifest(digests);
    }

    private static String decode(String written, String path) throws BagException {
        try {
            return BagPath.decode(written);
        } catch (IllegalArgumentException e) {
            throw new BagException(BagProblem.TAG_FILE_MALFORMED, path);
        }
    }
}
