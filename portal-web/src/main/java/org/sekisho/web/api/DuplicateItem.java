package org.sekisho.web.api;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.sekisho.domain.report.intake.Repeat;

/**
 * An item that is the same as an earlier finding.
 *
 * @param index in the file, from 0
 * @param parts of the fingerprint by which it is the same
 * @param report that was made of that finding
 * @param number of that report
 */
public record DuplicateItem(long index, List<String> parts, Optional<UUID> report, Optional<Integer> number) {

    static DuplicateItem of(Repeat repeat) {
        return new DuplicateItem(
                repeat.index(),
                repeat.parts(),
                repeat.report(),
                repeat.number().isPresent() ? Optional.of(repeat.number().getAsInt()) : Optional.empty());
    }
}
