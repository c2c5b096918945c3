package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the work of the first start is done. */
@ApplicationScoped
public class Installation {

    private volatile boolean done;
    private volatile boolean refused;

    /** Whether the portal may be used. */
    public boolean isDone() {
        return done;
    }

    /** Whether this database is never opened, and waiting for it is in vain. */
    public boolean isRefused() {
        return refused;
    }

    /** Keeps the portal closed for good. */
    public void refuse() {
        refused = true;
    }

    /** Opens the portal. */
    public void finish() {
        done = true;
    }
}
