package org.sekisho.domain.trail.log;

import java.util.Optional;

/** Where the log over the trail is kept. */
public interface TrailLog {

    /**
     * Takes the lead and counts the epoch up.
     *
     * @param origin the log's name, if it has none yet
     * @return empty while another node leads
     */
    Optional<TrailLead> lead(String origin);
}
