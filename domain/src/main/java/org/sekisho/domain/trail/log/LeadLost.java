package org.sekisho.domain.trail.log;

/** Whoever thought to lead doesn't any more; nothing of what they were about to do is kept. */
public final class LeadLost extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public LeadLost(String message) {
        super(message);
    }

    /** Because the database refused, or couldn't be reached. */
    public LeadLost(Throwable cause) {
        super("The database refused or was lost", cause);
    }
}
