package org.sekisho.proof.pack;

import java.io.IOException;
import java.io.Serial;

/** The content of a payload file isn't what the plan says (size, SHA-256 or CRC-32): what was written so far is no pack. */
public final class EntryChangedException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String path;

    EntryChangedException(String path) {
        super("Not what the plan says: " + path);
        this.path = path;
    }

    public String path() {
        return path;
    }
}
