package org.sekisho.domain.assurance.evidence;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.sekisho.domain.assurance.AssuranceError;
import org.sekisho.domain.shared.Checks;
import org.sekisho.domain.shared.SharedError;

/**
 * What is taken in as evidence.
 *
 * @param mostBytes the most bytes of one file, at least 1
 * @param allowed the types that are taken; at least one
 */
public record EvidenceLimits(long mostBytes, Set<FileType> allowed) {

    /** 2 GB, of 1,000 MB: a day's logs, or a recording of a walk-through. */
    public static final long USUAL_MOST_BYTES = 2_000_000_000L;

    /** 2 GB, and every type but bare ZIP archives: what they hold can't be told without unpacking them. */
    public static final EvidenceLimits USUAL =
            new EvidenceLimits(USUAL_MOST_BYTES, EnumSet.complementOf(EnumSet.of(FileType.ZIP)));

    public EvidenceLimits {
        Checks.check(mostBytes >= 1, SharedError.MALFORMED, Map.of("field", "mostBytes"));
        Checks.check(!allowed.isEmpty(), SharedError.MALFORMED, Map.of("field", "allowed"));
        allowed = Collections.unmodifiableSet(EnumSet.copyOf(allowed));
    }

    /** Refuses a size beyond the limit; also for a size that is only announced. */
    public void checkSize(long bytes) {
        Checks.check(bytes <= mostBytes, AssuranceError.FILE_TOO_LARGE, Map.of("limit", mostBytes));
    }

    void checkType(FileType type) {
        Checks.check(
                allowed.contains(type), AssuranceError.FILE_TYPE_NOT_ALLOWED, Map.of("extension", type.extension()));
    }
}
