package org.sekisho.ejb.assurance;

import java.io.IOException;

/** No checkpoint covers all events of a pack, and none came while it was waited for: the trail isn't signed at the moment. */
final class NotCoveredException extends IOException {

    private static final long serialVersionUID = 1L;

    NotCoveredException(int events) {
        super("No checkpoint covers the pack's " + events + " events");
    }
}
