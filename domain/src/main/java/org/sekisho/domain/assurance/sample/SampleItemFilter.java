package org.sekisho.domain.assurance.sample;

import java.util.Optional;
import java.util.UUID;

/** Which items of a sample a list shows. What is empty doesn't narrow. */
public record SampleItemFilter(
        UUID sample, Optional<SheetState> state, Optional<TestResult> result, Optional<String> stratum) {

    /** All items of one sample. */
    public static SampleItemFilter of(UUID sample) {
        return new SampleItemFilter(sample, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
