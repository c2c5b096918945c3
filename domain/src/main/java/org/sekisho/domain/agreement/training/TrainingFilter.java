package org.sekisho.domain.agreement.training;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which training records a list shows; what is empty doesn't narrow.
 *
 * @param agreement people with a grant under this agreement
 * @param states any of these; empty for all
 * @param validUntilBefore those whose last day lies before this day: what has to be renewed
 * @param words a part of the person's name or mail address
 */
public record TrainingFilter(
        Optional<UUID> agreement,
        Optional<UUID> organisation,
        Optional<UUID> person,
        Optional<String> training,
        Set<TrainingState> states,
        Optional<LocalDate> validUntilBefore,
        Optional<String> words) {

    public TrainingFilter {
        states = Set.copyOf(states);
    }

    /** Every record the asker may see. */
    public static TrainingFilter all() {
        return new TrainingFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The records of people with a grant under this agreement. */
    public static TrainingFilter under(UUID agreement) {
        return new TrainingFilter(
                Optional.of(agreement),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
