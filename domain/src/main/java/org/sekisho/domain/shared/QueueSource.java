package org.sekisho.domain.shared;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What one business module holds that waits for a person. Each module implements it for what it knows; home joins them. */
public interface QueueSource {

    /**
     * What waits for this person, {@link QueueItem#OLDEST_CLOCK_FIRST}.
     *
     * @param most how many items at most
     */
    List<QueueItem> waitingFor(Waiting who, int most, Instant now);

    /**
     * For whom something waits.
     *
     * @param organisation for whom the person acts
     * @param roles the names of the roles in effect there
     */
    record Waiting(UUID person, UUID organisation, Set<String> roles) {

        public Waiting {
            roles = Set.copyOf(roles);
        }
    }
}
