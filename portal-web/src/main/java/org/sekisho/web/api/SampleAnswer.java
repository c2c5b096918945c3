package org.sekisho.web.api;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.sample.SampleRow;
import org.sekisho.domain.assurance.sample.SampleView;
import org.sekisho.domain.assurance.sample.StratumCount;

/**
 * A sample as the interface tells it.
 *
 * @param records how many records the population holds
 * @param counted how many there are by the other path
 * @param size how many items are drawn; 0 where they are picked
 * @param items how many there are by now, of them tested, approved, and with an exception
 * @param populationSha256 of the list, as packs have it; where one sample is asked for
 * @param seed in hexadecimal, once it is drawn
 * @param checkpoint the size of the checkpoint that the seed is made of
 * @param strata where one sample is asked for
 */
public record SampleAnswer(
        UUID id,
        UUID audit,
        int number,
        String purpose,
        String population,
        String method,
        LocalDate periodFirst,
        LocalDate periodLast,
        int size,
        int records,
        long counted,
        String state,
        Instant frozenAt,
        int items,
        int tested,
        int approved,
        int exceptions,
        Optional<String> populationSha256,
        Optional<String> seed,
        Optional<Long> checkpoint,
        Optional<Instant> drawnAt,
        List<StratumCount> strata) {

    static SampleAnswer of(SampleRow row) {
        return of(row, Optional.empty());
    }

    static SampleAnswer of(SampleView view) {
        return of(view.row(), Optional.of(view));
    }

    private static SampleAnswer of(SampleRow row, Optional<SampleView> view) {
        return new SampleAnswer(
                row.id(),
                row.engagement(),
                row.number(),
                row.purpose(),
                row.kind().name(),
                row.method().name(),
                row.period().first(),
                row.period().last(),
                row.size(),
                row.records(),
                row.counted(),
                row.state().name(),
                row.frozenAt(),
                row.items(),
                row.tested(),
                row.approved(),
                row.exceptions(),
                view.map(SampleView::populationSha256),
                view.flatMap(SampleView::seed),
                view.flatMap(SampleAnswer::checkpoint),
                view.flatMap(SampleView::drawnAt),
                view.map(SampleView::strata).orElse(List.of()));
    }

    private static Optional<Long> checkpoint(SampleView view) {
        return view.checkpoint().isPresent() ? Optional.of(view.checkpoint().getAsLong()) : Optional.empty();
    }
}
