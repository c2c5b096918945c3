package org.sekisho.domain.assurance.sample;

import java.util.Optional;
import java.util.UUID;

/** Which samples a list shows. What is empty doesn't narrow. */
public record SampleFilter(
        UUID engagement, Optional<PopulationKind> kind, Optional<SamplingMethod> method, Optional<SampleState> state) {

    /** The samples of one engagement. */
    public static SampleFilter of(UUID engagement) {
        return new SampleFilter(engagement, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
