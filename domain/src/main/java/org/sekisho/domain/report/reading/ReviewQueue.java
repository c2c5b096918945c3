package org.sekisho.domain.report.reading;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/** Stages of reviews that decide now, oldest clock first. */
public interface ReviewQueue {

    /**
     * What waits for the reader's decision: nothing they wrote or decided already, nothing beyond their rank. For whoever decides for no
     * side, every stage that decides now.
     */
    Page<QueueRow> page(QueueReader reader, ReviewQueueFilter filter, Instant now, PageRequest page);

    /**
     * The report after this one among those that the reader holds or could take; where this one isn't among them, the first of them.
     *
     * @return empty where none is left
     */
    Optional<UUID> next(QueueReader reader, UUID after, Instant now);
}
