package org.sekisho.ejb.assurance;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Refusal;

/**
 * Which bytes of a file are asked for (RFC 9110, section 14).
 *
 * @param range the Range field as it came
 * @param ifRange the If-Range field as it came: the range counts only while the file is the one that it names
 */
public record RangeWanted(Optional<String> range, Optional<String> ifRange) {

    /** One range of bytes. Whoever asks for several, or in another unit, gets the whole file, as the RFC allows. */
    private static final Pattern ONE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The whole file. */
    public static RangeWanted whole() {
        return new RangeWanted(Optional.empty(), Optional.empty());
    }

    /**
     * The bytes to send.
     *
     * @param size of the file, at least 1
     * @param etag of the file, with its quotation marks
     * @throws Refusal {@link AssuranceError#PACK_RANGE} when the range begins behind the file's end
     */
    public Bytes of(long size, String etag) {
        Bytes all = new Bytes(0, size - 1);
        if (range.isEmpty() || ifRange.filter(named -> !named.equals(etag)).isPresent()) {
            return all;
        }
        Matcher one = ONE.matcher(range.get().strip());
        if (!one.matches() || (one.group(1).isEmpty() && one.group(2).isEmpty())) {
            return all;
        }
        if (one.group(1).isEmpty()) {
            long wanted = Long.parseLong(one.group(2));
            return requireWithin(new Bytes(Math.max(0, size - wanted), size - 1), size);
        }
        long first = Long.parseLong(one.group(1));
        if (one.group(2).isEmpty()) {
            return requireWithin(new Bytes(first, size - 1), size);
        }
        long last = Long.parseLong(one.group(2));
        return last < first ? all : requireWithin(new Bytes(first, Math.min(last, size - 1)), size);
    }

    private static Bytes requireWithin(Bytes bytes, long size) {
        if (bytes.first() >= size) {
            throw Refusal.of(AssuranceError.PACK_RANGE, "size", size);
        }
        return bytes;
    }

    /** Both ends inclusive, from 0. */
    public record Bytes(long first, long last) {}
}
