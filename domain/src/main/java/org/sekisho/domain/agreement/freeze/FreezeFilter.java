package org.sekisho.domain.agreement.freeze;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Which freezes a list shows; what is empty doesn't narrow.
 *
 * @param agreement those that stop something under this agreement: of it, of its receiving organisation, of everything
 * @param states any of these; empty for all
 * @param words a part of the reason, or of the name of what was frozen
 */
public record FreezeFilter(
        Optional<FreezeKind> kind,
        Optional<UUID> target,
        Optional<UUID> agreement,
        Set<FreezeState> states,
        Optional<String> words) {

    public FreezeFilter {
        states = Set.copyOf(states);
    }

    /** Every freeze the asker may see. */
    public static FreezeFilter all() {
        return new FreezeFilter(Optional.empty(), Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
    }

    /** The freezes that stop something now. */
    public static FreezeFilter standing() {
        return new FreezeFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(FreezeState.STANDING, FreezeState.LIFT_PROPOSED),
                Optional.empty());
    }
}
