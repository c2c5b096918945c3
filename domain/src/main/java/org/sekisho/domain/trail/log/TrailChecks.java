package org.sekisho.domain.trail.log;

import java.util.Optional;
import java.util.function.Function;

/** Full checks of the log: the reading they need, and what they came to. */
public interface TrailChecks {

    /** Reads the whole log, in a transaction of its own that sees all events and changes nothing. */
    <T> T reading(Function<LogRecords, T> reader);

    /** The latest check; empty before the first. */
    Optional<TrailCheck> latest();

    /** Keeps what a check came to. */
    void keep(TrailCheck check);
}
