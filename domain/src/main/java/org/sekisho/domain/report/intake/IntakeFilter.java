package org.sekisho.domain.report.intake;

import java.util.Optional;
import java.util.Set;

/**
 * Which imports a list shows; what is empty doesn't narrow.
 *
 * @param words a part of the tool's name, of the run, of the agreement's number or of the operator's name, or the beginning of the
 *     file's SHA-256
 */
public record IntakeFilter(Set<IntakeState> states, Optional<SourceFormat> format, Optional<String> words) {

    public IntakeFilter {
        states = Set.copyOf(states);
    }

    /** Every import that the asker may see. */
    public static IntakeFilter all() {
        return new IntakeFilter(Set.of(), Optional.empty(), Optional.empty());
    }
}
