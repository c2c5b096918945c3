package org.sekisho.proof.verify;

import java.io.IOException;
import java.io.Serial;

/** A log doesn't answer, or not with what was asked for. */
final class UnreachableException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String what;

    /** @param what the address, and where it answered, its answer */
    UnreachableException(String what) {
        super(what);
        this.what = what;
    }

    String what() {
        return what;
    }
}
