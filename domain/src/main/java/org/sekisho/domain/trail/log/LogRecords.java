package org.sekisho.domain.trail.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.sekisho.proof.log.Tiles;

/** The whole log as it is kept, for whoever checks it; they see all events. */
public interface LogRecords {

    /** The latest checkpoint; empty before the first. */
    Optional<SignedCheckpoint> latest();

    Tiles tiles();

    /** Hands over what has a place, in the order of the places, some at a time and never all at once. */
    void inOrder(Reader reader);

    /**
     * Hands over every event with all that people read of it, some at a time: those with a place in the order of the places, then those
     * that wait for one.
     */
    void kept(Consumer<KeptEvent> reader);

    /**
     * Hashes that the tiles of level 0 hold for the places of a window, 32 bytes each, one behind the other; fewer where tiles are gone.
     *
     * @param first a multiple of {@link org.sekisho.proof.log.Tile#FULL}
     */
    byte[] signed(long first, long beyond);

    /** A reader of the very same state beside this one, for another thread. */
    Windows windows();

    /** How many places there are. */
    long places();

    /** How many events there are, without those that wait for a place. */
    long events();

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

    /** Reads places as fast as they can be read. For one thread at a time. */
    interface Windows extends AutoCloseable {

        /**
         * Leaf hashes (RFC 6962, section 2.1) of the events as they are kept now that have the places from the first to before another, 32
         * bytes each, in the order of the places; empty unless each place is there once, and its event once.
         */
        Optional<byte[]> hashes(long first, long beyond);

        @Override
        void close();
    }
}
