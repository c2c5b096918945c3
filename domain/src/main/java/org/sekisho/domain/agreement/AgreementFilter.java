package org.sekisho.domain.agreement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which agreements a list shows; what is empty doesn't narrow.
 *
 * @param states any of these; empty for all
 * @param party one of the parties
 * @param words a part of the number, the title in either language, or a party's name
 * @param lastDayBefore those whose term, as it governs, ends before this day: what has to be renewed
 */
public record AgreementFilter(
        Set<AgreementState> states, Optional<UUID> party, Optional<String> words, Optional<LocalDate> lastDayBefore) {

    public AgreementFilter {
        states = Set.copyOf(states);
    }

    /** Every agreement the asker may see. */
    public static AgreementFilter all() {
        return new AgreementFilter(Set.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
