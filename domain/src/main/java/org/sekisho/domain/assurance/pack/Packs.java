package org.sekisho.domain.assurance.pack;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Refusal;
import org.sekisho.domain.shared.SharedError;

/** Keeps packs, their fixed lists, and who downloaded them. */
public interface Packs {

    Optional<Pack> find(UUID id);

    /** @throws Refusal with {@link SharedError#NOT_FOUND} */
    default Pack require(UUID id) {
        return find(id).orElseThrow(() -> new Refusal(SharedError.NOT_FOUND));
    }

    /**
     * The next pack that waits for a node: queued, or its builder's lease has run out; the oldest request first. Locked until the
     * transaction ends; one that another node has locked is passed over.
     */
    Optional<Pack> nextToBuild(Instant now);

    /** The fixed list from a position on, in order, at most {@code count} rows. */
    List<PackEntry> entries(UUID pack, int fromPosition, int count);

    /** Adds a new pack with the rows of its list. */
    void add(Pack pack, List<PackEntry> entries);

    void add(PackDownload download);
}
