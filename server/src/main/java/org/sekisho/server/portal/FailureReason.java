package org.sekisho.server.portal;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what lay at the bottom of the first exception that the server logged: its own summary of a failed deployment is vague. And
 * tells of a persistence unit that can't be opened, which the server doesn't wait for.
 */
final class FailureReason extends Handler {

    /** Logs as an error only that. */
    private static final String UNIT = "org.sekisho.persistence.shared.EarlyUnit";

    private final Logger root = Logger.getLogger("");
    private final Consumer<String> unitFailed;
    private @Nullable String reason;
    private boolean deployed;

    private FailureReason(Consumer<String> unitFailed) {
        this.unitFailed = unitFailed;
    }

    /** @param unitFailed is given the reason, as soon as it is logged, also after the deployment */
    static FailureReason watch(Consumer<String> unitFailed) {
        FailureReason watcher = new FailureReason(unitFailed);
        watcher.root.addHandler(watcher);
        return watcher;
    }

    /** From now on only the persistence unit is of interest. */
    synchronized void deployed() {
        deployed = true;
    }

    synchronized String orElse(String otherwise) {
        return reason == null ? otherwise : reason;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        boolean unit = UNIT.equals(entry.getLoggerName());
        if (entry.getThrown() == null
                || entry.getLevel().intValue() < Level.SEVERE.intValue()
                || !unit && (deployed || reason != null)) {
            return;
        }
        reason = of(entry.getThrown());
        if (unit) {
            unitFailed.accept(reason);
        }
    }

    /** In the words of what lies at the bottom. */
    static String of(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage() == null ? deepest.getClass().getName() : deepest.getMessage();
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing is open.
    }
}
