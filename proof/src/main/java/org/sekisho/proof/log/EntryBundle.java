package org.sekisho.proof.log;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The entries of a tile of level 0, each behind its length in two bytes (C2SP tlog-tiles, "Log entries"). */
public final class EntryBundle {

    /** Bytes of the largest entry. */
    public static final int MOST_BYTES = 0xffff;

    private EntryBundle() {}

    /** @throws IllegalArgumentException where there are more than a tile holds, or one is too large */
    public static byte[] write(List<byte[]> entries) {
        if (entries.size() > Tile.FULL) {
            throw new IllegalArgumentException("More than a tile holds: " + entries.size());
        }
        ByteArrayOutputStream bundle = new ByteArrayOutputStream();
        for (byte[] entry : entries) {
            if (entry.length > MOST_BYTES) {
                throw new IllegalArgumentException("Too large for a bundle: " + entry.length);
            }
            bundle.write(entry.length >>> Byte.SIZE);
            bundle.write(entry.length);
            bundle.write(entry, 0, entry.length);
        }
        return bundle.toByteArray();
    }

    /**
     * @param count how many there have to be
     * @throws LogException with {@link LogProblem#BUNDLE_MALFORMED} where there are others than so many, whole
     */
    public static List<byte[]> read(byte[] bundle, int count) throws LogException {
        List<byte[]> entries = new ArrayList<>();
        int at = 0;
        while (at < bundle.length) {
            int length = at + 1 < bundle.length ? (bundle[at] & 0xff) << Byte.SIZE | bundle[at + 1] & 0xff : MOST_BYTES;
            int end = at + 2 + length;
            if (end > bundle.length || entries.size() == count) {
                throw new LogException(LogProblem.BUNDLE_MALFORMED);
            }
            entries.add(Arrays.copyOfRange(bundle, at + 2, end));
            at = end;
        }
        if (entries.size() != count) {
            throw new LogException(LogProblem.BUNDLE_MALFORMED);
        }
        return entries;
    }
}
