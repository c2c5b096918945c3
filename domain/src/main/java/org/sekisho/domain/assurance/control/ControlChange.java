package org.sekisho.domain.assurance.control;

import java.util.Optional;

/**
 * A control that isn't the same in two versions of a catalogue.
 *
 * @param before empty where it is new
 * @param now empty where it was taken out
 */
public record ControlChange(String id, Optional<Control> before, Optional<Control> now) {

    /** What happened to it. */
    public enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    public Kind kind() {
        if (before.isEmpty()) {
            return Kind.ADDED;
        }
        return now.isEmpty() ? Kind.REMOVED : Kind.CHANGED;
    }
}
