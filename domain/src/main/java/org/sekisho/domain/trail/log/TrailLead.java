package org.sekisho.domain.trail.log;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sekisho.proof.log.Tile;
import org.sekisho.proof.log.Tiles;

/**
 * The lead over the log, which one node has at a time, and what only its holder does. From {@link #drain} to {@link #commit} all is one
 * transaction: what isn't committed never happened, and its events are in the outbox as before.
 *
 * <p>To hold the lead proves nothing: a node that was paused may have lost it without knowing. What fences is the epoch, which {@link #store}
 * compares in the statement that stores a checkpoint.
 *
 * <p>Every method throws {@link LeadLost} when the database can't be reached any more, or another node leads. Not safe for several threads.
 */
public interface TrailLead extends AutoCloseable {

    /** The log's name, fixed at its beginning. */
    String origin();

    /** Counts up with each change of the lead. */
    long epoch();

    /** The latest checkpoint; empty where nothing was signed yet. */
    Optional<SignedCheckpoint> latest();

    /** The tiles as they are kept. */
    Tiles tiles();

    /** How many events have an index. */
    long indexed();

    /**
     * Takes events out of the outbox, whichever there are: there is no cursor that a late commit could stay behind.
     *
     * @param most how many at most
     */
    List<PendingLeaf> drain(int most);

    /** Gives the events consecutive indices. */
    void append(long first, List<PendingLeaf> leaves);

    /** Keeps tiles that are new or became wider. */
    void keep(Map<Tile, byte[]> tiles);

    /** Keeps the public key, unless it is kept already, as one that signs from the checkpoint of this size on. */
    void know(TrailKey key, long size);

    /** Stores a checkpoint, if the epoch is still the lead's. */
    void store(SignedCheckpoint checkpoint);

    /** Makes durable what was done. */
    void commit();

    /** Undoes what wasn't committed. */
    void undo();

    /** Gives the lead back. */
    @Override
    void close();
}
