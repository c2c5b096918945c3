package org.sekisho.domain.party;

import java.time.Duration;
import java.util.Optional;

/** By how much the demo regime has moved the portal's clock, for all nodes. A database that knows of it holds the demo. */
public interface DemoClock {

    /** The offset; empty in a database that doesn't hold the demo. It can be read without an actor. */
    Optional<Duration> offset();

    /** Whether the demo was loaded to its end. It can be read without an actor. */
    boolean isLoaded();

    /** Notes that the demo was loaded to its end. */
    void markLoaded();

    /** Sets the offset, and with the first call marks the database as one that holds the demo. */
    void set(Duration offset);
}
