package org.sekisho.domain.assurance.engagement;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/**
 * Who of an engagement's team viewed what, and when. The rows are events of the trail, which are committed before the first byte of
 * what is viewed leaves, so nothing is viewed that isn't here. Ask {@link Engagement#opensAccessLogTo} before showing it.
 */
public interface AccessLog {

    /** Latest first. */
    Page<AccessLogRow> list(Filter filter, PageRequest page);

    /**
     * Which views. What is empty doesn't narrow.
     *
     * @param from at this time or later
     * @param until before this time
     */
    record Filter(UUID engagement, Optional<UUID> person, Optional<Instant> from, Optional<Instant> until) {

        /** Every view in one engagement. */
        public static Filter of(UUID engagement) {
            return new Filter(engagement, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
