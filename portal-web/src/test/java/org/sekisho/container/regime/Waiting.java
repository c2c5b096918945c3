package org.sekisho.container.regime;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what the portal does by itself. */
public final class Waiting {

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private Waiting() {}

    /** Looks until it has come. */
    public static void until(String what, BooleanSupplier come) {
        long end = System.nanoTime() + LONGEST.toNanos();
        while (!come.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(what + ": it didn't come");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }
}
