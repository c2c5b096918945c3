package org.sekisho.server;

import java.time.Duration;

/** A point of time by when something has happened or is given up; the wall clock may be set meanwhile. */
final class Deadline {

    private final long start = System.nanoTime();
    private final long length;

    private Deadline(Duration length) {
        this.length = length.toNanos();
    }

    static Deadline in(Duration length) {
        return new Deadline(length);
    }

    boolean isOver() {
        return System.nanoTime() - start >= length;
    }
}
