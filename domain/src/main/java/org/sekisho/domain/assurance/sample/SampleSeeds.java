package org.sekisho.domain.assurance.sample;

import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.trail.log.SignedCheckpoint;

/** Finds the seeds of samples in the log. */
public interface SampleSeeds {

    /** The smallest checkpoint that covers the event of the sample's freezing; empty while there is none. */
    Optional<SignedCheckpoint> of(UUID sample);
}
