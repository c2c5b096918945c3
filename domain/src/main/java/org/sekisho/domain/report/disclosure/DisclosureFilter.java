package org.sekisho.domain.report.disclosure;

import java.util.Optional;
import java.util.UUID;

/** Which disclosure cases a list shows; what is empty doesn't narrow. */
public record DisclosureFilter(Optional<DisclosureState> state, Optional<UUID> organisation, Optional<UUID> report) {

    /** The cases about one report. */
    public static DisclosureFilter of(UUID report) {
        return new DisclosureFilter(Optional.empty(), Optional.empty(), Optional.of(report));
    }
}
