package org.sekisho.server.portal;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Remembers what lay at the bottom of the first exception that the server logged: its own summary of a failed deployment is vague. */
final class FailureReason extends Handler {

    private final Logger root = Logger.getLogger("");
    private @Nullable String reason;

    private FailureReason() {}

    static FailureReason watch() {
        FailureReason watcher = new FailureReason();
        watcher.root.addHandler(watcher);
        return watcher;
    }

    void unwatch() {
        root.removeHandler(this);
    }

    synchronized String orElse(String otherwise) {
        return reason == null ? otherwise : reason;
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (reason != null || entry.getThrown() == null || entry.getLevel().intValue() < Level.SEVERE.intValue()) {
            return;
        }
        Throwable deepest = entry.getThrown();
        while (deepest.getCause() != null && deepest.getCause() != deepest) {
            deepest = deepest.getCause();
        }
        reason = deepest.getMessage() == null ? deepest.getClass().getName() : deepest.getMessage();
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
