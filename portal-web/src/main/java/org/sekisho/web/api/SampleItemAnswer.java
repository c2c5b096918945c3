package org.sekisho.web.api;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.assurance.sample.SampleItemRow;

/**
 * An item of a sample as the interface tells it. What its test sheet says is read on the pages.
 *
 * @param record of the population
 * @param reason why it was picked
 */
public record SampleItemAnswer(
        UUID id,
        int position,
        UUID record,
        String stratum,
        Optional<String> reason,
        String state,
        Optional<String> result,
        Optional<String> preparedBy,
        Optional<Instant> preparedAt,
        Optional<String> reviewedBy,
        Optional<Instant> reviewedAt) {

    static SampleItemAnswer of(SampleItemRow row) {
        return new SampleItemAnswer(
                row.id(),
                row.position(),
                row.subject(),
                row.stratum(),
                Optional.of(row.reason()).filter(reason -> !reason.isEmpty()),
                row.state().name(),
                row.result().map(Enum::name),
                row.preparedBy(),
                row.preparedAt(),
                row.reviewedBy(),
                row.reviewedAt());
    }
}
