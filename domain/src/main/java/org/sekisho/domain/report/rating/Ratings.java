package org.sekisho.domain.report.rating;

import java.util.Optional;
import java.util.UUID;

/** The ratings of reports that the asker reads. */
public interface Ratings {

    /** The one that stands. */
    Optional<Rating> latest(UUID report);

    void add(Rating rating);
}
