package org.sekisho.domain.shared;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What one business module holds that waits for somebody. Each module implements it for what it knows; the home page joins them for
 * one person, and the job that tells people by mail for everyone. A module never sends mail of its own for what stands in here.
 */
public interface QueueSource {

    /**
     * What waits, and for whom, as far as whoever asks may see it, the oldest first. However many people it waits for, it takes a
     * fixed number of queries.
     *
     * @param who leaves out what can't wait for this person, so that not everything is read; whom an item waits for, its audience
     *     says. Empty for everyone, as the job asks
     * @param most how many items at most
     */
    List<Waits> waits(Optional<Waiting> who, int most, Instant now);

    /** What waits for this person, {@link QueueItem#OLDEST_CLOCK_FIRST}. */
    default List<QueueItem> waitingFor(Waiting who, int most, Instant now) {
        return waits(Optional.of(who), most, now).stream()
                .filter(waits -> waits.audience().includes(who))
                .map(Waits::item)
                .distinct()
                .sorted(QueueItem.OLDEST_CLOCK_FIRST)
                .limit(most)
                .toList();
    }

    /** An item and for whom it waits. Where it waits for two sorts of people, there are two of these with the same item. */
    record Waits(QueueItem item, Audience audience) {}

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

        /** Whether the person holds one of these roles. */
        public boolean holds(Set<? extends Enum<?>> any) {
            return any.stream().map(Enum::name).anyMatch(roles::contains);
        }
    }
}
