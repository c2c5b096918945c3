package org.sekisho.domain.assurance.sample;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.sekisho.domain.assurance.engagement.Engagement;
import org.sekisho.domain.assurance.engagement.EngagementState;

/**
 * One sample as its page shows it.
 *
 * @param populationSha256 of the canonical list
 * @param seed in hexadecimal; empty before the draw, and where items are picked
 * @param checkpoint the size of the checkpoint that the seed is made of
 * @param note that checkpoint as it was signed
 * @param fieldwork whether items can still be picked
 * @param open whether its engagement isn't closed, so that something can still be done
 */
public record SampleView(
        SampleRow row,
        String populationSha256,
        Optional<String> seed,
        OptionalLong checkpoint,
        Optional<String> note,
        Optional<Instant> drawnAt,
        List<StratumCount> strata,
        boolean fieldwork,
        boolean open) {

    public SampleView {
        strata = List.copyOf(strata);
    }

    /** Puts it together. */
    public static SampleView of(SampleRow row, Sample sample, List<StratumCount> strata, Engagement engagement) {
        return new SampleView(
                row,
                sample.populationSha256(),
                sample.seedSha256(),
                sample.seedSize(),
                sample.seedNote().map(note -> new String(note, StandardCharsets.UTF_8)),
                sample.drawnAt(),
                strata,
                engagement.state() == EngagementState.FIELDWORK,
                engagement.state().isOpenToAuditors());
    }
}
