package org.sekisho.ejb.party;

import java.io.Serial;

/** The database is one that the portal must not be opened on, and trying again doesn't help. */
public final class UnusableDatabase extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param reason for the log; what people read is the launcher's to say */
    public UnusableDatabase(String reason) {
        super(reason);
    }
}
