package org.sekisho.domain.trail;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.shared.Page;
import org.sekisho.domain.shared.PageRequest;

/**
 * Reads the trail. Whose events are seen, row-level security decides: one's own acts, those of one's organisation, changes of the
 * agreements one is a party to, for an auditor what lies within an open engagement, for the secretariat its share by the act.
 */
public interface TrailDirectory {

    /** Events, the latest first; sorted by {@code time} only. */
    Page<TrailEventRow> list(TrailFilter filter, PageRequest page);

    /** One event; empty also when it isn't the reader's to see. */
    Optional<TrailEventView> find(UUID event);

    /** What happened lately, the latest first. */
    List<TrailEventRow> recent(RecentEvents wanted);
}
