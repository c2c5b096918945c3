package org.sekisho.ejb.shared;

import jakarta.enterprise.context.ApplicationScoped;

/** Whether the work of the first start is done. */
@ApplicationScoped
public class Installation {

    private volatile boolean done;

    /** Whether the portal may be used. */
    public boolean isDone() {
        return done;
    }

    /** Opens the portal. */
    public void finish() {
        done = true;
    }
}
