package org.sekisho.domain.trail.log;

import java.util.List;
import java.util.stream.Stream;

/** The keys that sign checkpoints; the same on every node. */
public interface TrailKeys {

    /** The key in force; made when it is first asked for. */
    TrailKey current();

    /**
     * Keys that were replaced and sign beside it as long as they are kept, so that whoever knows one of them can follow to the new one; the
     * latest first.
     */
    List<TrailKey> retiring();

    /** All of them, the one in force first. */
    default List<TrailKey> all() {
        return Stream.concat(Stream.of(current()), retiring().stream()).toList();
    }
}
