package org.sekisho.domain.trail.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.proof.log.Tiles;

/** The whole log as it is kept, for whoever checks it; they see all events. */
public interface LogRecords {

    /** The latest checkpoint; empty before the first. */
    Optional<SignedCheckpoint> latest();

    Tiles tiles();

    /** Hands over what has a place, in the order of the places, some at a time and never all at once. */
    void inOrder(Reader reader);

    /** Events that neither have a place nor wait for one: nobody writes such. At most so many. */
    List<UUID> strays(int most);

    /**
     * A place of the log.
     *
     * @param event that has it
     * @param leaf of the event as it is kept now; empty where the event is gone
     */
    record Entry(long index, UUID event, Optional<byte[]> leaf) {}

    /** Takes entries, one after the other. */
    @FunctionalInterface
    interface Reader {
        void take(Entry entry);
    }
}
