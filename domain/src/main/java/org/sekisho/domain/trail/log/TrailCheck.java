package org.sekisho.domain.trail.log;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.sekisho.domain.shared.DomainEvent;

/**
 * What a full check of the log came to.
 *
 * @param size how many places were looked at
 * @param found what isn't as it was signed; empty where all is
 */
public record TrailCheck(UUID id, Instant checkedAt, long size, List<Tampering> found) {

    /** The word for it in the trail. */
    public static final String KIND = "trail-check";

    public TrailCheck {
        found = List.copyOf(found);
    }

    /** What it is in the trail. */
    public DomainEvent event() {
        return DomainEvent.of("trail.checked", KIND, id)
                .with("places", size)
                .with("findings", found.size())
                .build();
    }
}
