package org.sekisho.domain.agreement;

import java.time.Instant;
import java.util.Optional;

/**
 * Which part of an agreement's timeline a list shows.
 *
 * @param since from this moment on
 * @param until before this moment
 */
public record TimelineFilter(Optional<Instant> since, Optional<Instant> until) {

    /** All of it. */
    public static TimelineFilter all() {
        return new TimelineFilter(Optional.empty(), Optional.empty());
    }
}
