package org.sekisho.domain.report.release;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * What a list of releases is narrowed to.
 *
 * @param states empty for all
 */
public record ReleaseFilter(Set<ReleaseState> states, Optional<UUID> report, Optional<Way> way) {

    /** From whose side. */
    public enum Way {
        /** What others released to the actor's organisation. */
        RECEIVED,
        /** What the actor's organisation released, or asked to. */
        SENT
    }

    public ReleaseFilter {
        states = Set.copyOf(states);
    }

    /** All of one report. */
    public static ReleaseFilter of(UUID report) {
        return new ReleaseFilter(Set.of(), Optional.of(report), Optional.empty());
    }
}
