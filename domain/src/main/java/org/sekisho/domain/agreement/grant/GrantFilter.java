package org.sekisho.domain.agreement.grant;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.sekisho.domain.party.Role;

/**
 * Which grants a list shows; what is empty doesn't narrow.
 *
 * @param states any of these; empty for all
 * @param endsBefore those whose last day lies before this day: what has to be renewed
 * @param words a part of the person's name or mail address
 */
public record GrantFilter(
        Optional<UUID> agreement,
        Optional<UUID> organisation,
        Optional<UUID> person,
        Optional<Role> role,
        Set<GrantState> states,
        Optional<LocalDate> endsBefore,
        Optional<String> words) {

    public GrantFilter {
        states = Set.copyOf(states);
    }

    /** Every grant the asker may see. */
    public static GrantFilter all() {
        return new GrantFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** The grants under one agreement. */
    public static GrantFilter under(UUID agreement) {
        return new GrantFilter(
                Optional.of(agreement),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty());
    }
}
