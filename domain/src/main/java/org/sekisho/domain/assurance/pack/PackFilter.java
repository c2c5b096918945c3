package org.sekisho.domain.assurance.pack;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which packs a list shows; what is empty doesn't narrow. */
public record PackFilter(Optional<UUID> engagement, Set<PackState> states) {

    public PackFilter {
        states = Set.copyOf(states);
    }

    /** The packs of one engagement. */
    public static PackFilter of(UUID engagement) {
        return new PackFilter(Optional.of(engagement), Set.of());
    }
}
