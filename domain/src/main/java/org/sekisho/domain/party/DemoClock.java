package org.sekisho.domain.party;

import java.time.Duration;
import java.util.Optional;

/** By how much the demo regime has moved the portal's clock, for all nodes. A database that knows of it holds the demo. */
public interface DemoClock {

    /** The offset; empty in a database that doesn't hold the demo. It can be read without an actor. */
    Optional<Duration> offset();

    /** Sets the offset, and with the first call marks the database as one that holds the demo. */
    void set(Duration offset);
}
